package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactKind;
import org.nuanyang.household.VerifiedFact;

/** How an indicator turns verified facts into points; points may be negative. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = Measure.YesNo.class, name = "YES_NO"),
		@JsonSubTypes.Type(value = Measure.Single.class, name = "SINGLE"),
		@JsonSubTypes.Type(value = Measure.Multiple.class, name = "MULTIPLE"),
		@JsonSubTypes.Type(value = Measure.Bands.class, name = "BANDS"),
		@JsonSubTypes.Type(value = Measure.Computed.class, name = "COMPUTED"),
		@JsonSubTypes.Type(value = Measure.Count.class, name = "COUNT") })
sealed interface Measure {

	/** The facts without which there are no points. */
	Set<FactCode> needs();

	/** Empty while something that it needs is missing. */
	Optional<BigDecimal> points(Evidence evidence);

	/** 是/否 */
	record YesNo(FactCode fact, BigDecimal yes, BigDecimal no) implements Measure {

		public YesNo {
			RuleSet.require(fact.kind() == FactKind.YES_NO, fact + " is no yes-or-no fact");
		}

		@Override
		public Set<FactCode> needs() {
			return Set.of(this.fact);
		}

		@Override
		public Optional<BigDecimal> points(Evidence evidence) {
			return evidence.fact(this.fact).map((fact) -> fact.value().equals("YES") ? this.yes : this.no);
		}

	}

	/** 单选分档: an option that is not listed gives nothing. */
	record Single(FactCode fact, Map<String, BigDecimal> points) implements Measure {

		public Single {
			RuleSet.require(fact.kind() == FactKind.CHOICE, fact + " is no single choice");
			RuleSet.require(fact.options().containsAll(points.keySet()), fact + " lacks an option of " + points);
			points = Map.copyOf(points);
		}

		@Override
		public Set<FactCode> needs() {
			return Set.of(this.fact);
		}

		@Override
		public Optional<BigDecimal> points(Evidence evidence) {
			return evidence.fact(this.fact).map((fact) -> this.points.getOrDefault(fact.value(), BigDecimal.ZERO));
		}

	}

	/** 多选(封顶) */
	record Multiple(FactCode fact, Map<String, BigDecimal> points, @Nullable BigDecimal cap) implements Measure {

		public Multiple {
			RuleSet.require(fact.kind() == FactKind.CHOICES, fact + " is no multiple choice");
			RuleSet.require(fact.options().containsAll(points.keySet()), fact + " lacks an option of " + points);
			points = Map.copyOf(points);
		}

		@Override
		public Set<FactCode> needs() {
			return Set.of(this.fact);
		}

		@Override
		public Optional<BigDecimal> points(Evidence evidence) {
			return evidence.fact(this.fact)
				.map((fact) -> fact.choices()
					.stream()
					.map((choice) -> this.points.getOrDefault(choice, BigDecimal.ZERO))
					.reduce(BigDecimal.ZERO, BigDecimal::add))
				.map((sum) -> (this.cap == null) ? sum : sum.min(this.cap));
		}

	}

	/** 数值分档 of a verified number. */
	record Bands(FactCode fact, List<Band> bands) implements Measure {

		public Bands {
			RuleSet.require(fact.kind() == FactKind.MONEY || fact.kind() == FactKind.COUNT, fact + " is no number");
			bands = Band.ascending(bands);
		}

		@Override
		public Set<FactCode> needs() {
			return Set.of(this.fact);
		}

		@Override
		public Optional<BigDecimal> points(Evidence evidence) {
			return evidence.fact(this.fact).map(VerifiedFact::number).map((number) -> Band.points(this.bands, number));
		}

	}

	/** 数值分档 of a number that follows from several facts. */
	record Computed(Quantity quantity, List<Band> bands) implements Measure {

		public Computed {
			bands = Band.ascending(bands);
		}

		@Override
		public Set<FactCode> needs() {
			return this.quantity.needs();
		}

		@Override
		public Optional<BigDecimal> points(Evidence evidence) {
			return this.quantity.of(evidence).map((number) -> Band.points(this.bands, number));
		}

	}

	/** 人数×单价(封顶) */
	record Count(FactCode fact, BigDecimal each, @Nullable BigDecimal cap) implements Measure {

		public Count {
			RuleSet.require(fact.kind() == FactKind.COUNT, fact + " is no count");
		}

		@Override
		public Set<FactCode> needs() {
			return Set.of(this.fact);
		}

		@Override
		public Optional<BigDecimal> points(Evidence evidence) {
			return evidence.fact(this.fact)
				.map((fact) -> fact.number().multiply(this.each))
				.map((points) -> (this.cap == null) ? points : points.min(this.cap));
		}

	}

}
