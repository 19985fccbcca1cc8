package org.truce.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What a command printed and its exit code. */
record Ran(int code, String out, String err) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final String EASTER = ROOT.resolve("examples/easter-2025").toString();
  static final String SYRIA = ROOT.resolve("examples/syria-2016").toString();

  static Ran truce(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Truce.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  static Ran easter(String... more) {
    return assess("easter-2025", more);
  }

  /** Judges the reports of an example by its agreement. */
  static Ran assess(String example, String... more) {
    Path folder = ROOT.resolve("examples").resolve(example);
    String[] all = new String[more.length + 3];
    all[0] = "assess";
    all[1] = folder.resolve("agreement.yaml").toString();
    all[2] = folder.resolve("reports").toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return truce(all);
  }
}
