package org.nuanyang.user;

import java.util.Locale;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Compares user name and password, behind the guard that counts attempts, and records
 * both outcomes.
 */
@Component
public class SignIn implements AuthenticationProvider {

	private final DaoAuthenticationProvider passwords;

	private final SignInGuard guard;

	private final SignInTrail trail;

	SignIn(UserService users, PasswordEncoder encoder, SignInGuard guard, SignInTrail trail) {
		this.passwords = new DaoAuthenticationProvider(users);
		this.passwords.setPasswordEncoder(encoder);
		this.guard = guard;
		this.trail = trail;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		var username = request.getName().strip().toLowerCase(Locale.ROOT);
		switch (this.guard.admit(username, address(request))) {
			case LOCKED -> throw new LockedException("locked");
			case THROTTLED -> throw new Throttled();
			case ADMITTED -> {
			}
		}
		try {
			var signedIn = this.passwords.authenticate(request);
			if (signedIn.getPrincipal() instanceof SignedIn person) {
				this.trail.signedIn(person.actor());
			}
			return signedIn;
		}
		catch (DisabledException disabled) {
			this.trail.refused(username, "disabled");
			throw disabled;
		}
		catch (AuthenticationException refused) {
			this.trail.refused(username, "password");
			throw refused;
		}
	}

	private static String address(Authentication request) {
		return (request.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : "";
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	/** Too many failures from one address. */
	public static class Throttled extends AuthenticationServiceException {

		Throttled() {
			super("too many attempts");
		}

	}

}
