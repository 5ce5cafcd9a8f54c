package org.nuanyang.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.kernel.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What gets in, what is left of it, and what each hostile file is told. */
class SafeFileTests {

	@Test
	void aPhotoLosesItsPlaceAndItsSize() throws IOException {
		var file = SafeFile.of("IMG_0001.JPG", SampleFiles.photo(3000, 2000, 1));
		assertThat(text(file)).doesNotContain("Exif", "GPS");
		assertThat(file.name()).isEqualTo("IMG_0001.jpg");
		var picture = picture(file);
		assertThat(picture.getWidth()).isEqualTo(1600);
		assertThat(picture.getHeight()).isEqualTo(1067);
	}

	/** Red begins on the left; after turning it must lie where the camera says. */
	@ParameterizedTest
	@CsvSource({ "1, 10, 30, 90, 30", "2, 90, 30, 10, 30", "3, 90, 30, 10, 30", "4, 10, 30, 90, 30",
			"5, 30, 10, 30, 90", "6, 30, 10, 30, 90", "7, 30, 90, 30, 10", "8, 30, 90, 30, 10" })
	void aPhotoIsPutUpright(int orientation, int redX, int redY, int blueX, int blueY) throws IOException {
		var picture = picture(SafeFile.of("a.jpg", SampleFiles.photo(100, 60, orientation)));
		assertThat(picture.getWidth()).isEqualTo((orientation < 5) ? 100 : 60);
		assertThat(picture.getRGB(redX, redY) & 0xff0000).as("red").isGreaterThan(0xc00000);
		assertThat(picture.getRGB(blueX, blueY) & 0xff).as("blue").isGreaterThan(0xc0);
	}

	@Test
	void whatHidesBehindAPictureIsGone() {
		var png = SampleFiles.picture("png", 20, 20);
		var both = Arrays.copyOf(png, png.length + 40);
		var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(page, 0, both, png.length, page.length);
		assertThat(text(SafeFile.of("a.png", both))).doesNotContain("script");
	}

	@Test
	void theContentSaysWhatAFileIs() {
		assertThat(SafeFile.of("..\\x/证明.exe", SampleFiles.picture("png", 9, 9)).name()).isEqualTo("证明.png");
		assertThat(SafeFile.of("证\u202E明\u0000.pdf", SampleFiles.pdf("")).name()).isEqualTo("证明.pdf");
		assertThat(SafeFile.of("", SampleFiles.pdf("")).name()).isEqualTo("file.pdf");
		refused("<html><body>x</body></html>", "attachment.refused.kind");
		refused("PK\u0003\u0004 word", "attachment.refused.kind");
		refused("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000", "attachment.refused.heic");
	}

	@Test
	void emptyLargeAndTornFilesAreToldApart() {
		refused(new byte[0], "attachment.refused.empty");
		refused(Arrays.copyOf(SampleFiles.picture("jpg", 9, 9), 11 * 1024 * 1024), "attachment.refused.size");
		refused(Arrays.copyOf(SampleFiles.picture("png", 300, 300), 60), "attachment.refused.picture");
		refused("\u00ff\u00d8\u00ff and no picture", "attachment.refused.picture");
		refused(SampleFiles.pictureBomb(), "attachment.refused.pixels");
		refused("%PDF-1.4 torn", "attachment.refused.pdf.torn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj",
			"4 0 obj << /S /J#61va#53cript /JS (x) >> endobj", "4 0 obj << /Type /EmbeddedFile >> endobj",
			"4 0 obj << /S /Launch /F (x.exe) >> endobj", "4 0 obj << /XFA [ ] >> endobj" })
	void aPdfThatDoesSomethingIsRefused(String object) {
		refused(SampleFiles.pdf(object), "attachment.refused.pdf.active");
	}

	@Test
	void aPdfIsLookedThroughWhereItIsPacked() {
		refused(SampleFiles.pdf(SampleFiles.packed("4 0 << /S /JavaScript /JS (x) >>", "/FlateDecode")),
				"attachment.refused.pdf.active");
		refused(SampleFiles.pdf(SampleFiles.packed(" ".repeat(65_530) + "/J#61vaScript", "/FlateDecode")),
				"attachment.refused.pdf.active");
		refused(SampleFiles.pdf(SampleFiles.packed("4 0 << >>", "[/ASCIIHexDecode /FlateDecode]")),
				"attachment.refused.pdf.odd");
		refused(SampleFiles.pdf(SampleFiles.packed(" ".repeat(80 * 1024 * 1024), "/FlateDecode")),
				"attachment.refused.pdf.odd");
		refused(SampleFiles.pdf("trailer << /Encrypt 5 0 R >>"), "attachment.refused.pdf.locked");
		var sound = SampleFiles.pdf(SampleFiles.packed("4 0 << /Type /Page >>", "/FlateDecode"));
		assertThat(SafeFile.of("a.pdf", sound).content()).isEqualTo(sound);
	}

	/** Read anew from the last end for each beginning, it would take hours. */
	@Test
	void aPdfOfBeginningsWithoutAnEndIsLookedThroughOnce() {
		var sound = SampleFiles.pdf("stream\n".repeat(1_000_000));
		assertThat(SafeFile.of("a.pdf", sound).content()).isEqualTo(sound);
		refused(SampleFiles.pdf("<< /Type /ObjStm stream\n /Filter /FlateDecode >> stream\n no zip"),
				"attachment.refused.pdf.odd");
	}

	private static void refused(String content, String key) {
		refused(content.getBytes(StandardCharsets.ISO_8859_1), key);
	}

	private static void refused(byte[] content, String key) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> SafeFile.of("证明.jpg", content))
			.satisfies((violation) -> assertThat(violation.key()).isEqualTo(key));
	}

	private static BufferedImage picture(SafeFile file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(file.content()));
	}

	private static String text(SafeFile file) {
		return new String(file.content(), StandardCharsets.ISO_8859_1);
	}

}
