-- The workbook that ships holds its amounts as numbers, so that the bank and finance can add them up. Another format says
-- so of its own amounts with "number", or leaves them text.
update bank_format set definition = jsonb_set(definition, '{columns}', (
		select jsonb_agg(case when c.field ->> 'field' = 'AMOUNT' then c.field || '{"number": true}' else c.field end
			order by c.place)
		from jsonb_array_elements(definition -> 'columns') with ordinality as c(field, place)))
	where code = 'XLSX';
