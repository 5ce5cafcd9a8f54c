package org.nuanyang.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.Sex;
import org.nuanyang.student.Circumstances;
import org.nuanyang.student.Disability;
import org.nuanyang.student.Entry;
import org.nuanyang.student.GuardianDraft;
import org.nuanyang.student.Identity;
import org.nuanyang.student.LeftBehind;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.student.Residence;
import org.nuanyang.student.Schooling;

/**
 * Invents people, the same ones each time: names put together by chance, id numbers with
 * the prefix 100000 that nobody is given, phones 199000….
 */
final class DemoPeople {

	private static final String FAMILY = "沈顾林姚谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任卢钟汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺";

	private static final String GIVEN = "安柏晨岑澄川丹枫歌禾湖嘉简锦景静君可岚乐黎林洛麦满沐宁诺佩青清然若山书舒思甜庭桐晚望微文溪夏贤小晓心星秀雪言羊一依亦音映雨语远月悦越云芸泽芝知舟竹子梓";

	private static final List<String> VILLAGES = List.of("北湾村", "下沟村", "东庄村", "柳树村", "南坡村", "石桥村", "上河村");

	private static final List<String> WORK = List.of("务农", "外出务工", "镇上打零工", "个体经营", "村里护林员", "在家");

	private final Random random = new Random(20260901);

	/**
	 * Of its own, so that children stay who they are when the rest of the demo grows;
	 * none of them is in the sample rosters that a visitor imports.
	 */
	private final Random births;

	private final Set<String> taken = new HashSet<>();

	private final int older;

	private int phones;

	DemoPeople() {
		this(0, 20260912);
	}

	/**
	 * Another county's people.
	 * @param older by so many years, so that nobody has the document of a child of the
	 * first county
	 * @param seed another one makes other children of the same age
	 */
	DemoPeople(int older, long seed) {
		this.older = older;
		this.births = new Random(seed);
	}

	/** A child of the usual age for the grade, with one guardian. */
	PupilDraft pupil(long classId, int grade, int schoolYear, LocalDate enteredOn) {
		var sex = this.births.nextBoolean() ? Sex.MALE : Sex.FEMALE;
		var born = LocalDate.of(schoolYear - 6 - grade - this.older, 9, 1).plusDays(this.births.nextInt(364));
		var id = idNumber(born, sex, this.births);
		var family = family();
		var identity = new Identity(new PersonName(family + given()), sex, born, "汉族", IdDocument.of(id));
		var schooling = new Schooling(classId, new RegistryNumber("G" + id.value()), null, chance(35), enteredOn,
				Entry.REGULAR, null, "示例县" + pick(VILLAGES) + (1 + this.random.nextInt(9)) + "组", phone(),
				circumstances());
		return new PupilDraft(identity, schooling, List.of(guardian(family)));
	}

	private Circumstances circumstances() {
		var leftBehind = chance(18) ? (chance(50) ? LeftBehind.SINGLE : LeftBehind.BOTH) : LeftBehind.NONE;
		return new Circumstances(leftBehind, chance(1), chance(1), chance(2) ? Disability.PHYSICAL : Disability.NONE,
				chance(12), false, chance(4), chance(75) ? Residence.RURAL : Residence.URBAN);
	}

	private GuardianDraft guardian(String family) {
		var father = chance(70);
		var name = father ? family + given() : family() + given();
		var born = LocalDate.of(1976 + this.random.nextInt(16), 1, 1).plusDays(this.random.nextInt(364));
		return new GuardianDraft(new PersonName(name), father ? "父亲" : "母亲", phone(),
				IdDocument.of(idNumber(born, father ? Sex.MALE : Sex.FEMALE, this.random)), pick(WORK), true);
	}

	String name() {
		return family() + given();
	}

	/** A number that passes the bank's check digit and belongs to no card. */
	BankAccount account() {
		var digits = "621000" + String.format("%012d", Math.floorMod(this.random.nextLong(), 1_000_000_000_000L));
		for (int check = 0; check < 10; check++) {
			var account = new BankAccount(digits + check);
			if (account.luhnValid() && this.taken.add(account.number())) {
				return account;
			}
		}
		return account();
	}

	private Phone phone() {
		return new Phone("199000" + String.format("%05d", this.phones++ % 100_000));
	}

	private IdNumber idNumber(LocalDate born, Sex sex, Random chance) {
		while (true) {
			var serial = chance.nextInt(500) * 2 + ((sex == Sex.MALE) ? 1 : 0);
			var digits = "100000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", serial);
			if (this.taken.add(digits)) {
				return new IdNumber(digits + IdNumber.checkCharacter(digits));
			}
		}
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private String family() {
		return one(FAMILY);
	}

	private String given() {
		return chance(30) ? one(GIVEN) : one(GIVEN) + one(GIVEN);
	}

	private String one(String characters) {
		return String.valueOf(characters.charAt(this.random.nextInt(characters.length())));
	}

	<T> T pick(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
