-- A year is known once it has a row here. Without one, a date in it is refused: the State Council announces
-- the next year's days each November, and a guess would end a public notice on the wrong day.
create table calendar_year (
	year integer primary key check (year between 2000 and 2100)
);

-- Only the days that differ from Monday-to-Friday.
create table calendar_day (
	day date primary key,
	year integer not null references calendar_year on delete cascade,
	kind text not null check (kind in ('HOLIDAY', 'WORKDAY')),
	name text not null check (btrim(name) <> '' and length(name) <= 40),
	check (extract(year from day) = year),
	-- A make-up day is a weekend that is worked; on a weekday it can only be a slip of the pen.
	constraint calendar_make_up_day_is_a_weekend check (kind <> 'WORKDAY' or extract(isodow from day) in (6, 7))
);

create index calendar_day_year on calendar_day (year, day);

-- As announced by the State Council for 2025 and 2026.
insert into calendar_year (year) values (2025), (2026);

insert into calendar_day (day, year, kind, name) values
	('2025-01-01', 2025, 'HOLIDAY', '元旦'),
	('2025-01-26', 2025, 'WORKDAY', '调休上班'),
	('2025-01-28', 2025, 'HOLIDAY', '春节'),
	('2025-01-29', 2025, 'HOLIDAY', '春节'),
	('2025-01-30', 2025, 'HOLIDAY', '春节'),
	('2025-01-31', 2025, 'HOLIDAY', '春节'),
	('2025-02-01', 2025, 'HOLIDAY', '春节'),
	('2025-02-02', 2025, 'HOLIDAY', '春节'),
	('2025-02-03', 2025, 'HOLIDAY', '春节'),
	('2025-02-04', 2025, 'HOLIDAY', '春节'),
	('2025-02-08', 2025, 'WORKDAY', '调休上班'),
	('2025-04-04', 2025, 'HOLIDAY', '清明节'),
	('2025-04-05', 2025, 'HOLIDAY', '清明节'),
	('2025-04-06', 2025, 'HOLIDAY', '清明节'),
	('2025-04-27', 2025, 'WORKDAY', '调休上班'),
	('2025-05-01', 2025, 'HOLIDAY', '劳动节'),
	('2025-05-02', 2025, 'HOLIDAY', '劳动节'),
	('2025-05-03', 2025, 'HOLIDAY', '劳动节'),
	('2025-05-04', 2025, 'HOLIDAY', '劳动节'),
	('2025-05-05', 2025, 'HOLIDAY', '劳动节'),
	('2025-05-31', 2025, 'HOLIDAY', '端午节'),
	('2025-06-01', 2025, 'HOLIDAY', '端午节'),
	('2025-06-02', 2025, 'HOLIDAY', '端午节'),
	('2025-09-28', 2025, 'WORKDAY', '调休上班'),
	('2025-10-01', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-02', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-03', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-04', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-05', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-06', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-07', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-08', 2025, 'HOLIDAY', '国庆节、中秋节'),
	('2025-10-11', 2025, 'WORKDAY', '调休上班'),
	('2026-01-01', 2026, 'HOLIDAY', '元旦'),
	('2026-01-02', 2026, 'HOLIDAY', '元旦'),
	('2026-01-03', 2026, 'HOLIDAY', '元旦'),
	('2026-01-04', 2026, 'WORKDAY', '调休上班'),
	('2026-02-14', 2026, 'WORKDAY', '调休上班'),
	('2026-02-15', 2026, 'HOLIDAY', '春节'),
	('2026-02-16', 2026, 'HOLIDAY', '春节'),
	('2026-02-17', 2026, 'HOLIDAY', '春节'),
	('2026-02-18', 2026, 'HOLIDAY', '春节'),
	('2026-02-19', 2026, 'HOLIDAY', '春节'),
	('2026-02-20', 2026, 'HOLIDAY', '春节'),
	('2026-02-21', 2026, 'HOLIDAY', '春节'),
	('2026-02-22', 2026, 'HOLIDAY', '春节'),
	('2026-02-23', 2026, 'HOLIDAY', '春节'),
	('2026-02-28', 2026, 'WORKDAY', '调休上班'),
	('2026-04-04', 2026, 'HOLIDAY', '清明节'),
	('2026-04-05', 2026, 'HOLIDAY', '清明节'),
	('2026-04-06', 2026, 'HOLIDAY', '清明节'),
	('2026-05-01', 2026, 'HOLIDAY', '劳动节'),
	('2026-05-02', 2026, 'HOLIDAY', '劳动节'),
	('2026-05-03', 2026, 'HOLIDAY', '劳动节'),
	('2026-05-04', 2026, 'HOLIDAY', '劳动节'),
	('2026-05-05', 2026, 'HOLIDAY', '劳动节'),
	('2026-05-09', 2026, 'WORKDAY', '调休上班'),
	('2026-06-19', 2026, 'HOLIDAY', '端午节'),
	('2026-06-20', 2026, 'HOLIDAY', '端午节'),
	('2026-06-21', 2026, 'HOLIDAY', '端午节'),
	('2026-09-20', 2026, 'WORKDAY', '调休上班'),
	('2026-09-25', 2026, 'HOLIDAY', '中秋节'),
	('2026-09-26', 2026, 'HOLIDAY', '中秋节'),
	('2026-09-27', 2026, 'HOLIDAY', '中秋节'),
	('2026-10-01', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-02', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-03', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-04', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-05', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-06', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-07', 2026, 'HOLIDAY', '国庆节'),
	('2026-10-10', 2026, 'WORKDAY', '调休上班');
