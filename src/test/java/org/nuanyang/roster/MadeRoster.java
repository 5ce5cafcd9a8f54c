package org.nuanyang.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A roster of invented children in which chance has spoiled some rows; the same seed
 * makes the same roster.
 */
final class MadeRoster {

	private static final String FAMILY = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕";

	private static final String GIVEN = "安宁康乐福禄春晖明月清风流水高山青松白云红日";

	private static final int CLEAN = 25;

	private final Random random;

	private final MadeHand hand;

	private final MadeTable table;

	private final Set<String> used = new HashSet<>();

	private final String schoolCode;

	private int parents;

	MadeRoster(long seed, MadeTable.Format format, String schoolCode) {
		this.random = new Random(seed);
		this.hand = new MadeHand(this.random);
		this.table = new MadeTable(this.random, this.hand, format);
		this.schoolCode = schoolCode;
		var children = new ArrayList<MadeChild>();
		for (var i = 0; i < CLEAN; i++) {
			children.add(child());
		}
		for (var fault : MadeFaults.all()) {
			var setting = new MadeFaults.Setting(this.hand, format);
			if (fault.fits().test(setting)) {
				var child = child();
				child.story = fault.story();
				fault.spoil().accept(child, setting);
				children.add(child);
			}
		}
		Collections.shuffle(children, this.random);
		pairs(children);
		this.table.fill(children);
		this.table.shareClasses();
	}

	MadeTable table() {
		return this.table;
	}

	/** Rows about one child twice, the later one among those below the earlier. */
	private void pairs(List<MadeChild> children) {
		var same = later(children, child());
		same.second().cells.putAll(same.first().cells);
		same.second().story = "the same pupil twice";
		same.second().error("idNumber", "roster.duplicate.same");
		same.first().note("idNumber", "roster.duplicate.first");
		var two = later(children, child());
		two.second().cells.putAll(two.first().cells);
		two.second().put("name", two.second().name);
		two.second().story = "one id, two names";
		two.second().error("idNumber", "roster.duplicate.two-names");
		two.first().note("idNumber", "roster.duplicate.first");
		var registry = later(children, child());
		registry.second().put("registryNumber", "G" + registry.first().id);
		registry.second().story = "one registry number, two pupils";
		registry.second().confirm("registryNumber", "roster.registry.disagrees");
		registry.second().error("registryNumber", "roster.duplicate.registry");
		registry.first().note("registryNumber", "roster.duplicate.registry-first");
		var namesake = child();
		var twin = another(namesake);
		children.add(namesake);
		children.add(twin);
		namesake.story = twin.story = "same name, same birthday";
		namesake.confirm("name", "roster.duplicate.namesake");
		twin.confirm("name", "roster.duplicate.namesake");
	}

	private record Pair(MadeChild first, MadeChild second) {

	}

	private Pair later(List<MadeChild> children, MadeChild second) {
		var first = child();
		children.add(this.random.nextInt(children.size()), first);
		children.add(second);
		return new Pair(first, second);
	}

	private MadeChild another(MadeChild one) {
		var number = 0;
		var child = new MadeChild(one.name, one.boy, one.born, one.grade, one.schoolClass, number);
		while (!this.used.add(child.id)) {
			child = new MadeChild(one.name, one.boy, one.born, one.grade, one.schoolClass, ++number);
		}
		write(child);
		return child;
	}

	private MadeChild child() {
		var grade = 1 + this.random.nextInt(6);
		var born = LocalDate.of(2027 - grade - 6, 8, 31).minusDays(this.random.nextInt(360));
		var boy = this.random.nextBoolean();
		var child = new MadeChild(name(), boy, born, grade, 1 + this.random.nextInt(3), this.random.nextInt(9));
		while (!this.used.add(child.id)) {
			born = born.minusDays(1);
			child = new MadeChild(child.name, boy, born, grade, child.schoolClass, this.random.nextInt(9));
		}
		write(child);
		return child;
	}

	private void write(MadeChild child) {
		var parent = new MadeChild(name(), false, LocalDate.of(1980, 1, 1).plusDays(++this.parents), 1, 1,
				this.parents);
		this.hand.write(child, parent);
		child.put("schoolCode", this.schoolCode);
	}

	private String name() {
		var name = "";
		do {
			name = "" + FAMILY.charAt(this.random.nextInt(FAMILY.length()))
					+ GIVEN.charAt(this.random.nextInt(GIVEN.length()))
					+ GIVEN.charAt(this.random.nextInt(GIVEN.length()));
		}
		while (!this.used.add(name));
		return name;
	}

}
