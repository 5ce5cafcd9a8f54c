package org.nuanyang.demo;

import java.nio.charset.StandardCharsets;

import org.nuanyang.attachment.SafeFile;

/** A page with a few words, as a scanner would leave a picture of. */
final class DemoScan {

	private static final String PAGE = """
			%PDF-1.4
			1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
			2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
			3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
			4 0 obj<</Length 60>>stream
			BT /F 20 Tf 72 720 Td (Sample document, invented data) Tj ET
			endstream endobj
			5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
			trailer<</Root 1 0 R/Size 6>>
			%%EOF
			""";

	private DemoScan() {
	}

	static SafeFile named(String name) {
		return SafeFile.of(name, PAGE.getBytes(StandardCharsets.US_ASCII));
	}

}
