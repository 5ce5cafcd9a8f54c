package org.nuanyang.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many objections of each school are not answered: whom objectors may turn to next
 * knows where they wait, but neither who objected nor to what.
 */
@Service
@Transactional(readOnly = true)
public class OpenCounts {

	private final Objections objections;

	private final Clock clock;

	OpenCounts(Objections objections, Clock clock) {
		this.objections = objections;
		this.clock = clock;
	}

	/** By school; a school without any is left out. */
	public Map<Long, Open> bySchool(Actor actor) {
		return this.objections.open(actor.scope().read(), LocalDate.now(this.clock));
	}

	/**
	 * @param overdue those of them whose day of answering is over
	 */
	public record Open(long count, long overdue) {

		public static final Open NONE = new Open(0, 0);

		public Open plus(Open other) {
			return new Open(this.count + other.count, this.overdue + other.overdue);
		}

	}

}
