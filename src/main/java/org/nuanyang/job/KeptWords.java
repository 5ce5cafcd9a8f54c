package org.nuanyang.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * The arguments of a message as the queue keeps them until its page is opened: a number
 * stays a number, for the message may choose by it, and a message within a message is
 * told in the language of whoever reads it.
 */
@Component
class KeptWords {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final ObjectMapper json;

	KeptWords(ObjectMapper json) {
		this.json = json;
	}

	String write(Object @Nullable [] arguments) {
		return this.json.writeValueAsString(nodes(arguments));
	}

	List<Object> read(String kept) {
		return words(this.json.readTree(kept));
	}

	private static ArrayNode nodes(Object @Nullable [] arguments) {
		var nodes = NODES.arrayNode();
		Arrays.stream(Objects.requireNonNullElse(arguments, new Object[0])).map(KeptWords::node).forEach(nodes::add);
		return nodes;
	}

	private static JsonNode node(Object argument) {
		return switch (argument) {
			case Number number -> NODES.numberNode(new BigDecimal(number.toString()));
			case MessageSourceResolvable message -> NODES.objectNode()
				.put("key", Objects.requireNonNull(message.getCodes())[0])
				.set("arguments", nodes(message.getArguments()));
			default -> NODES.stringNode(argument.toString());
		};
	}

	private static List<Object> words(JsonNode nodes) {
		var words = new ArrayList<>();
		nodes.forEach((node) -> words.add(word(node)));
		return words;
	}

	private static Object word(JsonNode node) {
		if (node.isNumber()) {
			return node.decimalValue();
		}
		return node.isObject() ? new DefaultMessageSourceResolvable(new String[] { node.get("key").stringValue() },
				words(node.get("arguments")).toArray()) : node.stringValue();
	}

}
