-- Lines above and below the rows are columns like those of the rows, so that they too can be padded and carry fixed
-- text. Formats that name mere fields there are brought into the new shape.
update bank_format set definition = jsonb_set(definition, '{header}', coalesce((
	select jsonb_agg(case jsonb_typeof(h.part) when 'string' then jsonb_build_object('field', h.part, 'title', '')
		else h.part end order by h.place)
	from jsonb_array_elements(definition -> 'header') with ordinality h(part, place)), '[]'));
