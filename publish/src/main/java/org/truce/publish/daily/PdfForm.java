package org.truce.publish.daily;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Writes a document as PDF, made from its HTML; the fonts it needs are inside. */
public final class PdfForm {
  private static final Logger LIBRARY = Logger.getLogger("org.apache.pdfbox");

  private PdfForm() {}

  /** Writes the file; nothing is fetched from anywhere. */
  public static void write(Document document, OutputStream out) throws IOException {
    XRLog.setLoggingEnabled(false);
    LIBRARY.setLevel(Level.OFF);
    FontMappers.set(new BundledFonts());
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(
        () -> BundledFonts.open("DejaVuSans.ttf"), "Report", 400, FontStyle.NORMAL, true);
    builder.useFont(
        () -> BundledFonts.open("DejaVuSans-Bold.ttf"), "Report", 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(document.isRightToLeft() ? TextDirection.RTL : TextDirection.LTR);
    builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
    // the renderer lays columns out from the left in any language
    Document laidOut = document.isRightToLeft() ? document.withMirroredTables() : document;
    builder.withHtmlContent(HtmlForm.of(laidOut), null);
    builder.withProducer("Truce");
    builder.toStream(out);
    builder.run();
  }
}
