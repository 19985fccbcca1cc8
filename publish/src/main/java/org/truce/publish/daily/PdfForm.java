package org.truce.publish.daily;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Writes a document as PDF, made from its HTML; the fonts it needs are inside. */
public final class PdfForm {
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  private PdfForm() {}

  /** Writes the file; nothing is fetched from anywhere. */
  public static void write(Document document, OutputStream out) throws IOException {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(() -> font("DejaVuSans.ttf"), "Report", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "Report", 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(
        document.isRightToLeft() ? TextDirection.RTL : TextDirection.LTR);
    builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
    builder.withHtmlContent(HtmlForm.of(document), null);
    builder.withProducer("Truce");
    builder.toStream(out);
    builder.run();
  }

  private static InputStream font(String name) {
    return Objects.requireNonNull(PdfForm.class.getResourceAsStream(FONTS + name), name);
  }
}
