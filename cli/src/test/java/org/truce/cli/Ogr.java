package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** GDAL's {@code ogrinfo}: what other software finds in a file of ours. */
final class Ogr {
  private Ogr() {}

  /** Returns whether it is installed; where everything is required it has to be. */
  static boolean isThere() throws InterruptedException {
    try {
      new ProcessBuilder("ogrinfo", "--version").start().waitFor();
      return true;
    } catch (IOException e) {
      assertThat(System.getenv("TRUCE_REQUIRE_ALL")).as("GDAL is required").isNull();
      System.out.println("LEFT OUT: ogrinfo is not installed");
      return false;
    }
  }

  static String info(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
