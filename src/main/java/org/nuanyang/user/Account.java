package org.nuanyang.user;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.NameOrder;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.Place;

/** The account of one person, at one place, with the roles held there. */
@Entity
@Table(name = "app_user")
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private String username = "";

	private String name = "";

	private String sortKey = "";

	private String passwordHash = "";

	private boolean mustChange;

	private boolean passwordPublished;

	private Instant passwordChangedAt = Instant.EPOCH;

	private boolean disabled;

	private @Nullable Long countyId;

	private @Nullable Long districtId;

	private @Nullable Long schoolId;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	@Version
	private int version;

	protected Account() {
	}

	Account(String username, String name, Place place, Set<Role> roles, String passwordHash, boolean published,
			Instant now) {
		this.username = username.toLowerCase(Locale.ROOT);
		rename(name);
		this.countyId = place.countyId();
		this.districtId = place.districtId();
		this.schoolId = place.schoolId();
		this.roles.addAll(roles);
		this.passwordHash = passwordHash;
		this.mustChange = !published;
		this.passwordPublished = published;
		this.passwordChangedAt = now;
	}

	final void rename(String name) {
		this.name = name;
		this.sortKey = NameOrder.key(name);
	}

	void assign(Set<Role> roles) {
		this.roles.clear();
		this.roles.addAll(roles);
	}

	/** Sets a password that the person chose. */
	void changePassword(String passwordHash, Instant now) {
		this.passwordHash = passwordHash;
		this.mustChange = false;
		this.passwordPublished = false;
		this.passwordChangedAt = now;
	}

	/** Sets a one-time password that somebody else handed out. */
	void resetPassword(String passwordHash, Instant now) {
		changePassword(passwordHash, now);
		this.mustChange = true;
	}

	void disable() {
		this.disabled = true;
	}

	void enable() {
		this.disabled = false;
	}

	@Nullable Long id() {
		return this.id;
	}

	String username() {
		return this.username;
	}

	String name() {
		return this.name;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	boolean mustChange() {
		return this.mustChange;
	}

	/** A one-time password, or one older than this; what everybody is told stays. */
	boolean mustChange(Duration passwordAge, Instant now) {
		return this.mustChange || !this.passwordPublished && this.passwordChangedAt.plus(passwordAge).isBefore(now);
	}

	boolean isDisabled() {
		return this.disabled;
	}

	boolean isAt(Place place) {
		return Objects.equals(this.countyId, place.countyId()) && Objects.equals(this.districtId, place.districtId())
				&& Objects.equals(this.schoolId, place.schoolId());
	}

	@Nullable Long countyId() {
		return this.countyId;
	}

	@Nullable Long districtId() {
		return this.districtId;
	}

	@Nullable Long schoolId() {
		return this.schoolId;
	}

	Set<Role> roles() {
		return Set.copyOf(this.roles);
	}

	int version() {
		return this.version;
	}

}
