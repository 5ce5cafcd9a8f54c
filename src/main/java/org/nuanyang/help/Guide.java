package org.nuanyang.help;

import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The user guide, read once: {@code docs/user-guide.zh-CN.md} of the repository. What is
 * HTML in it comes out as text, so that nothing written there can break the content
 * security policy.
 */
@Component
class Guide {

	private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s.*", Pattern.DOTALL);

	/**
	 * A chapter of the guide, which is a role's, or a task in it: its anchor is "s" and
	 * its number.
	 */
	record Section(String anchor, String title, boolean chapter) {

	}

	private final String html;

	private final List<Section> sections = new ArrayList<>();

	Guide() {
		var extensions = List.of(TablesExtension.create());
		var document = Parser.builder().extensions(extensions).build().parse(text());
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(Heading heading) {
				if (heading.getLevel() > 1) {
					Guide.this.sections.add(new Section(anchor(heading), words(heading), heading.getLevel() == 2));
				}
			}
		});
		this.html = HtmlRenderer.builder()
			.extensions(extensions)
			.escapeHtml(true)
			.sanitizeUrls(true)
			.attributeProviderFactory((context) -> (node, tag, attributes) -> {
				switch (node) {
					case Heading heading when heading.getLevel() > 1 -> attributes.put("id", anchor(heading));
					case TableBlock table when tag.equals("table") -> attributes.put("class", "table");
					case Image image -> {
						attributes.put("class", "img-fluid border");
						attributes.put("src", image.getDestination().replace("images/", "/help/images/"));
						attributes.put("loading", "lazy");
						// Their place is kept, or a link to a section lands above it
						// while they load.
						var size = size(image);
						attributes.put("width", String.valueOf(size.width));
						attributes.put("height", String.valueOf(size.height));
					}
					default -> {
					}
				}
				// Alignment of a column would come as an inline style.
				attributes.remove("style");
				attributes.remove("align");
			})
			.build()
			.render(document)
			// The page has its own title.
			.replaceFirst("(?s)<h1>.*?</h1>", "");
	}

	private static String text() {
		try {
			return file("user-guide.zh-CN.md").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * From the jar, or from the working tree where something else than Maven compiles.
	 */
	static Resource file(String name) {
		var packed = new ClassPathResource("help/" + name);
		return packed.exists() ? packed : new FileSystemResource("docs/" + name);
	}

	private static Dimension size(Image image) {
		try (var stream = file(image.getDestination()).getInputStream()) {
			var picture = ImageIO.read(stream);
			return new Dimension(picture.getWidth(), picture.getHeight());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String anchor(Heading heading) {
		var number = NUMBER.matcher(words(heading));
		return "s" + (number.matches() ? number.group(1).replace('.', '-') : words(heading));
	}

	private static String words(Node node) {
		var words = new StringBuilder();
		node.accept(new AbstractVisitor() {
			@Override
			public void visit(Text text) {
				words.append(text.getLiteral());
			}
		});
		return words.toString();
	}

	String html() {
		return this.html;
	}

	List<Section> sections() {
		return this.sections;
	}

}
