package org.nuanyang.workbook;

import java.io.InputStream;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.RuleViolation;

/**
 * Pulls elements out of XML that anybody may have written: a document type is refused
 * before an entity could be resolved, and no text grows beyond a cell.
 */
class Xml implements AutoCloseable {

	private static final XMLInputFactory FACTORY = factory();

	private final XMLStreamReader reader;

	Xml(InputStream in) throws XMLStreamException {
		this.reader = FACTORY.createXMLStreamReader(in);
	}

	/** The JDK's own, not whichever a library brings along. */
	private static XMLInputFactory factory() {
		var factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		return factory;
	}

	/** Goes to the next start or end of an element; false at the end of the document. */
	boolean next() throws XMLStreamException {
		while (this.reader.hasNext()) {
			var event = this.reader.next();
			if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw new RuleViolation("workbook.entities");
			}
			if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
				return true;
			}
		}
		return false;
	}

	boolean starts(String name) {
		return this.reader.isStartElement() && this.reader.getLocalName().equals(name);
	}

	boolean ends(String name) {
		return this.reader.isEndElement() && this.reader.getLocalName().equals(name);
	}

	@Nullable String attribute(String name) {
		for (var i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	Optional<String> optional(String name) {
		return Optional.ofNullable(attribute(name));
	}

	boolean flag(String name) {
		var value = attribute(name);
		return "1".equals(value) || "true".equals(value);
	}

	/**
	 * The text inside the element just begun, without that of elements in it; goes to its
	 * end.
	 */
	String text() throws XMLStreamException {
		var text = new StringBuilder();
		var depth = 1;
		while (depth > 0) {
			var event = this.reader.next();
			switch (event) {
				case XMLStreamConstants.START_ELEMENT -> depth++;
				case XMLStreamConstants.END_ELEMENT -> depth--;
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					if (depth == 1) {
						text.append(this.reader.getTextCharacters(), this.reader.getTextStart(),
								this.reader.getTextLength());
					}
				}
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw new RuleViolation("workbook.entities");
				default -> {
				}
			}
			if (text.length() > Limits.CELL) {
				throw new RuleViolation("workbook.cells");
			}
		}
		return text.toString();
	}

	@Override
	public void close() throws XMLStreamException {
		this.reader.close();
	}

}
