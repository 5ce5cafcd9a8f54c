-- When the two terms of each school year begin and end; a school year exists for the product once it has them.
create table term_date (
	first_year integer not null,
	term text not null check (term in ('AUTUMN', 'SPRING')),
	first_day date not null,
	last_day date not null,
	primary key (first_year, term),
	check (first_day < last_day),
	check (first_day >= make_date(first_year, 8, 1) and last_day <= make_date(first_year + 1, 8, 31)),
	-- A day belongs to one term at most: payments and re-checks are counted per term.
	constraint term_date_no_overlap exclude using gist (daterange(first_day, last_day, '[]') with &&)
);

-- Usual dates, to be corrected by the county once it has published its own.
insert into term_date (first_year, term, first_day, last_day) values
	(2025, 'AUTUMN', '2025-09-01', '2026-01-30'),
	(2025, 'SPRING', '2026-03-02', '2026-07-03'),
	(2026, 'AUTUMN', '2026-09-01', '2027-01-29'),
	(2026, 'SPRING', '2027-03-01', '2027-07-02');
