package org.truce.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Go compiler and golang.org/x/mod of the system, if they are there. */
final class Go {
  private static final Path MODULES = Path.of("/usr/share/gocode");

  private Go() {}

  /** Says whether Go can be used; if not, says what is left out, or fails where it is required. */
  static boolean isThere() throws InterruptedException {
    boolean there = Files.isDirectory(MODULES.resolve("src/golang.org/x/mod/sumdb/tlog"));
    try {
      there &= new ProcessBuilder("go", "version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    }
    if (!there && "1".equals(System.getenv("TRUCE_REQUIRE_ALL"))) {
      throw new AssertionError("Go with golang.org/x/mod is required: see .ci/run");
    }
    if (!there) {
      System.err.println(
          "LEFT OUT: verification of the ledger by Go"
              + " (apt install golang-go golang-golang-x-mod-dev)");
    }
    return there;
  }

  static Path build(Path folder, byte[] source) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("main.go"), source);
    Path binary = folder.resolve("verify");
    ProcessBuilder go = new ProcessBuilder("go", "build", "-o", binary.toString(), file.toString());
    go.environment().put("GO111MODULE", "off");
    go.environment().put("GOPATH", MODULES.toString());
    go.environment().put("GOCACHE", folder.resolve("cache").toString());
    String output = output(go);
    if (!Files.exists(binary)) {
      throw new IOException(output);
    }
    return binary;
  }

  static String run(List<String> command) throws IOException, InterruptedException {
    return output(new ProcessBuilder(command));
  }

  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }
}
