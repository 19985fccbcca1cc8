package org.truce.snapshot;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries in ascending order, as a sorted map: from such a one a tree is made in linear time. */
final class Ascending<K extends Comparable<K>, V> extends AbstractMap<K, V>
    implements SortedMap<K, V> {
  private final List<Map.Entry<K, V>> entries;

  private Ascending(List<Map.Entry<K, V>> entries) {
    this.entries = entries;
  }

  /** Returns a map of entries that are in ascending order of their keys. */
  static <K extends Comparable<K>, V> SortedMap<K, V> map(List<Map.Entry<K, V>> entries) {
    return new TreeMap<>(new Ascending<>(entries));
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return entries.iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }

  @Override
  public @Nullable Comparator<? super K> comparator() {
    return null;
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public K firstKey() {
    return entries.getFirst().getKey();
  }

  @Override
  public K lastKey() {
    return entries.getLast().getKey();
  }
}
