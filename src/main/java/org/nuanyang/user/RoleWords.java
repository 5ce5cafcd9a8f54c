package org.nuanyang.user;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Role;

/** How people write the roles in a list of staff. */
final class RoleWords {

	private static final Map<String, Role> WORDS = Map.ofEntries(Map.entry("资助专干", Role.OFFICER),
			Map.entry("专干", Role.OFFICER), Map.entry("资助管理员", Role.OFFICER), Map.entry("班主任", Role.HEAD_TEACHER),
			Map.entry("校长", Role.PRINCIPAL), Map.entry("评审", Role.REVIEWER), Map.entry("评审成员", Role.REVIEWER),
			Map.entry("评审小组成员", Role.REVIEWER), Map.entry("财务", Role.FINANCE), Map.entry("会计", Role.FINANCE),
			Map.entry("心理教师", Role.COUNSELLOR), Map.entry("心理老师", Role.COUNSELLOR), Map.entry("学区", Role.DISTRICT),
			Map.entry("中心校", Role.DISTRICT), Map.entry("县资助中心", Role.COUNTY), Map.entry("资助中心", Role.COUNTY),
			Map.entry("审计", Role.AUDITOR), Map.entry("监督", Role.AUDITOR), Map.entry("系统管理员", Role.ADMIN),
			Map.entry("管理员", Role.ADMIN), Map.entry("aid officer", Role.OFFICER),
			Map.entry("head teacher", Role.HEAD_TEACHER), Map.entry("county aid centre", Role.COUNTY));

	private RoleWords() {
	}

	/** The role that a word means, in Chinese or as the code names it. */
	static Optional<Role> role(String word) {
		var plain = word.strip().toLowerCase(Locale.ROOT);
		for (var role : Role.values()) {
			if (role.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(plain.replace('_', ' '))) {
				return Optional.of(role);
			}
		}
		return Optional.ofNullable(WORDS.get(plain));
	}

}
