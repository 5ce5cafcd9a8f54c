-- Hardship categories (categories.md 2.1): a dictionary, the same for everybody, without school_id.
create table hardship_category (
	code text primary key check (code ~ '^[PG][0-9]{2}$'),
	name text not null,
	name_en text not null,
	-- 认定部门
	authority text not null,
	authority_en text not null,
	sensitivity text not null check (sensitivity in ('NORMAL', 'SENSITIVE', 'RESTRICTED'))
);

insert into hardship_category (code, name, name_en, authority, authority_en, sensitivity) values
	('P01', '脱贫家庭学生（原建档立卡）', 'Family lifted out of poverty (formerly registered)', '农业农村（乡村振兴）部门', 'Rural affairs', 'NORMAL'),
	('P02', '脱贫不稳定家庭学生', 'Family unstably out of poverty', '农业农村（乡村振兴）部门', 'Rural affairs', 'NORMAL'),
	('P03', '边缘易致贫家庭学生', 'Family on the edge of poverty', '农业农村（乡村振兴）部门', 'Rural affairs', 'NORMAL'),
	('P04', '突发严重困难家庭学生', 'Family in sudden severe hardship', '农业农村（乡村振兴）部门', 'Rural affairs', 'NORMAL'),
	('P05', '最低生活保障家庭学生', 'Family on subsistence allowance', '民政部门', 'Civil affairs', 'NORMAL'),
	('P06', '特困救助供养学生', 'Pupil in state support for the destitute', '民政部门', 'Civil affairs', 'SENSITIVE'),
	('P07', '孤儿', 'Orphan', '民政部门', 'Civil affairs', 'SENSITIVE'),
	('P08', '事实无人抚养儿童', 'Child without de facto support', '民政部门', 'Civil affairs', 'SENSITIVE'),
	('P09', '家庭经济困难残疾学生', 'Disabled pupil of a family in hardship', '残联', 'Disabled persons'' federation', 'SENSITIVE'),
	('P10', '残疾人子女', 'Child of disabled parents', '残联', 'Disabled persons'' federation', 'SENSITIVE'),
	('P11', '烈士子女', 'Child of a martyr', '退役军人事务部门', 'Veterans affairs', 'NORMAL'),
	('P12', '优抚对象家庭学生', 'Family entitled to special care', '退役军人事务部门、公安部门', 'Veterans affairs, police', 'NORMAL'),
	('P13', '困难职工家庭子女', 'Child of workers in hardship', '工会', 'Trade union', 'NORMAL'),
	('P14', '低保边缘、刚性支出困难家庭学生', 'Family just above the allowance or with unavoidable expenses', '民政部门', 'Civil affairs', 'NORMAL'),
	('P15', '突发变故家庭学生', 'Family struck by illness, disaster or accident', '学校（凭材料）', 'School, on evidence', 'NORMAL'),
	('P16', '单亲或父母丧失劳动能力', 'Single parent, or a parent unable to work', '学校', 'School', 'SENSITIVE'),
	('P17', '多子女就学负担', 'Several children at school', '学校', 'School', 'NORMAL'),
	('P18', '其他家庭经济困难', 'Other economic hardship', '学校', 'School', 'NORMAL'),
	('G01', '农村留守儿童', 'Left-behind child', '学校、民政部门', 'School, civil affairs', 'NORMAL'),
	('G02', '困境儿童', 'Child in difficulty', '民政部门', 'Civil affairs', 'SENSITIVE'),
	('G03', '单亲、隔代抚养或重组家庭', 'Single-parent, grandparent or remarried family', '学校', 'School', 'SENSITIVE'),
	('G04', '学业困难', 'Difficulty in learning', '学校', 'School', 'SENSITIVE'),
	('G05', '身心障碍、心理困扰', 'Disability of body or mind, psychological distress', '医疗机构、心理教师', 'Medical, psychology teacher', 'RESTRICTED'),
	('G06', '受欺凌、家庭冲突', 'Bullied, or conflict at home', '学校', 'School', 'RESTRICTED'),
	('G07', '随迁子女', 'Child of migrant workers', '学籍', 'Registry', 'NORMAL');

create table pupil_category (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	code text not null references hardship_category,
	authority text not null check (btrim(authority) <> ''),
	evidence text not null check (btrim(evidence) <> ''),
	valid_from date not null,
	-- Last day; open while null. A risk that is resolved, or a list that no longer names the family, ends it.
	valid_until date,
	recorded_by bigint not null references app_user,
	recorded_at timestamptz not null,
	ended_by bigint references app_user,
	end_reason text,
	check (valid_until is null or valid_until >= valid_from),
	check ((ended_by is null) = (end_reason is null))
);

-- The same category twice at once would count one pupil twice.
create unique index pupil_category_once on pupil_category (enrolment_id, code) where valid_until is null;
create index pupil_category_of_school on pupil_category (school_id, enrolment_id);
create index pupil_category_by_code on pupil_category (school_id, code);

select protect('pupil_category');
