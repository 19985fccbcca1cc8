package org.truce.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A multipolygon as a GeoPackage holds it: a header with its box, then well-known binary. */
final class GeometryBytes {
  private static final int HEADER = 8 + 4 * Double.BYTES;

  /** Little-endian, with a box of two dimensions. */
  private static final byte FLAGS = 0b0000_0011;

  private static final byte LITTLE_ENDIAN = 1;
  private static final int POLYGON = 3;
  private static final int MULTIPOLYGON = 6;

  private GeometryBytes() {}

  static byte[] of(List<List<double[]>> polygons, Bounds box, int reference) {
    ByteBuffer bytes = ByteBuffer.allocate(size(polygons)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put(FLAGS).putInt(reference);
    bytes.putDouble(box.west()).putDouble(box.east());
    bytes.putDouble(box.south()).putDouble(box.north());
    bytes.put(LITTLE_ENDIAN).putInt(MULTIPOLYGON).putInt(polygons.size());
    for (List<double[]> rings : polygons) {
      bytes.put(LITTLE_ENDIAN).putInt(POLYGON).putInt(rings.size());
      for (double[] ring : rings) {
        bytes.putInt(ring.length / 2);
        for (double degree : ring) {
          bytes.putDouble(degree);
        }
      }
    }
    return bytes.array();
  }

  private static int size(List<List<double[]>> polygons) {
    int size = HEADER + 9;
    for (List<double[]> rings : polygons) {
      size += 9;
      for (double[] ring : rings) {
        size += 4 + ring.length * Double.BYTES;
      }
    }
    return size;
  }
}
