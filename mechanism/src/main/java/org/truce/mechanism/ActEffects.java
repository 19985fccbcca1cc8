package org.truce.mechanism;

import java.util.List;
import java.util.Optional;
import org.truce.incident.Decisions.Pair;
import org.truce.mechanism.Axes.Axis;
import org.truce.store.Row;
import org.truce.store.Table;

/** What the act of one entry changes: it has its effect, or an act that is undone loses it. */
final class ActEffects {
  private final Rules.Situation now;
  private final People people;
  private final Reports reports;
  private final Incidents incidents;
  private final Acts acts;
  private final Links links;
  private final Axes axes;
  private final Touched touched;

  ActEffects(Rules.Situation now, Links links, Axes axes, Touched touched) {
    this.now = now;
    this.people = now.people();
    this.reports = now.reports();
    this.incidents = now.incidents();
    this.acts = now.acts();
    this.links = links;
    this.axes = axes;
    this.touched = touched;
  }

  /** Records an act; unless the rules refuse it, it has its effect. */
  void acted(long index, Entry entry, Content.Acted acted) {
    Act act = ActNotation.read(Bytes.ofText(acted.act()).toArray());
    Optional<String> refusal = new Rules(now).refusal(acted.key(), act);
    Acts.Done done = new Acts.Done(entry, acted.key(), act);
    if (refusal.isEmpty()) {
      acts.add(index, done);
      stand(index, act);
    }
    touched.effects.put(row(index, done, refusal.orElse("")));
  }

  private Row row(long index, Acts.Done done, String refused) {
    return Row.of(
        Table.ACT,
        index,
        ActNotation.kind(done.act()),
        done.key(),
        Rules.role(done.act()).code(),
        subject(done.act()),
        done.act().reason(),
        refused,
        acts.undoneBy(index),
        done.entry().recordedAt());
  }

  private static String subject(Act act) {
    return switch (act) {
      case Act.Grant a -> a.key();
      case Act.Revoke a -> a.key();
      case Act.Verify a -> incident(a.incident());
      case Act.Determine a -> incident(a.incident());
      case Act.Attribute a -> incident(a.incident());
      case Act.Disclose a -> incident(a.incident());
      case Act.Correct a -> "entry " + a.report();
      case Act.Retract a -> "entry " + a.report();
      case Act.SetHandling a -> "entry " + a.report();
      case Act.Merge a -> incident(a.one()) + " " + incident(a.other());
      case Act.Split a -> incident(a.incident());
      case Act.Link a -> a.one() + " " + a.other();
      case Act.Annotate a -> a.subject();
      case Act.Undo a -> "entry " + a.act();
    };
  }

  private static String incident(long number) {
    return "I-%04d".formatted(number);
  }

  /** Lets an act that is not refused have its effect. */
  private void stand(long index, Act act) {
    switch (act) {
      case Act.Grant grant -> {
        People.Person person = new People.Person(grant.name(), grant.side());
        person(new People.Key(grant.key(), grant.role()), index, Optional.of(person));
      }
      case Act.Revoke revoke ->
          person(new People.Key(revoke.key(), revoke.role()), index, Optional.empty());
      case Act.Verify a ->
          axes.move(
              axis(a.incident(), "verification", ""), index, code(a.value()), touched.effects);
      case Act.Determine a ->
          axes.move(
              axis(a.incident(), "qualification", a.reading()),
              index,
              code(a.value()),
              touched.effects);
      case Act.Attribute a ->
          axes.move(axis(a.incident(), "attribution", ""), index, code(a.value()), touched.effects);
      case Act.Disclose a ->
          axes.move(axis(a.incident(), "disclosure", ""), index, code(a.value()), touched.effects);
      case Act.Correct correct -> {
        Reading.Of read = (Reading.Of) Reading.replacement(correct.replacement());
        reports.amended().say(correct.report(), index, Optional.of(read.report()));
        touched.refresh(correct.report(), reports, incidents);
      }
      case Act.Retract retract -> {
        reports.amended().say(retract.report(), index, Optional.empty());
        touched.refresh(retract.report(), reports, incidents);
      }
      case Act.SetHandling set -> {
        reports.handling().say(set.report(), index, set.handling());
        touched.refresh(set.report(), reports, incidents);
      }
      case Act.Merge merge -> link(index, joining(index, merge), Act.Verdict.TOGETHER);
      case Act.Split split -> link(index, parting(index, split), Act.Verdict.APART);
      case Act.Link link -> link(index, List.of(Pair.of(link.one(), link.other())), link.verdict());
      case Act.Annotate annotate -> {}
      case Act.Undo undo -> undo(index, undo.act());
    }
  }

  private void person(People.Key key, long index, Optional<People.Person> person) {
    people.granted().say(key, index, person);
    people.refresh(key, touched.effects);
  }

  private Axis axis(long incident, String name, String reading) {
    return new Axis(incidents.resolved(incident), name, reading);
  }

  private static String code(Enum<?> value) {
    return ActNotation.code(value);
  }

  private List<Pair> joining(long index, Act.Merge merge) {
    return links
        .of(index)
        .orElseGet(
            () ->
                Links.joining(
                    incidents.find(merge.one()).orElseThrow(),
                    incidents.find(merge.other()).orElseThrow()));
  }

  private List<Pair> parting(long index, Act.Split split) {
    return links
        .of(index)
        .orElseGet(
            () -> Links.parting(incidents.find(split.incident()).orElseThrow(), split.apart()));
  }

  private void link(long index, List<Pair> pairs, Act.Verdict verdict) {
    links.say(index, pairs, verdict, touched.effects);
    touched.sorted = true;
  }

  private void undo(long index, long of) {
    Acts.Done done = acts.find(of).orElseThrow();
    acts.undone(of, index);
    touched.effects.put(row(of, done, ""));
    takeBack(of, done.act());
  }

  private void takeBack(long index, Act act) {
    switch (act) {
      case Act.Grant a -> withdrawn(new People.Key(a.key(), a.role()), index);
      case Act.Revoke a -> withdrawn(new People.Key(a.key(), a.role()), index);
      case Act.Verify a -> back(axis(a.incident(), "verification", ""), index);
      case Act.Determine a -> back(axis(a.incident(), "qualification", a.reading()), index);
      case Act.Attribute a -> back(axis(a.incident(), "attribution", ""), index);
      case Act.Disclose a -> back(axis(a.incident(), "disclosure", ""), index);
      case Act.Correct a -> {
        reports.amended().undo(a.report(), index);
        touched.refresh(a.report(), reports, incidents);
      }
      case Act.Retract a -> {
        reports.amended().undo(a.report(), index);
        touched.refresh(a.report(), reports, incidents);
      }
      case Act.SetHandling a -> {
        reports.handling().undo(a.report(), index);
        touched.refresh(a.report(), reports, incidents);
      }
      case Act.Merge a -> unlink(index);
      case Act.Split a -> unlink(index);
      case Act.Link a -> unlink(index);
      case Act.Annotate a -> {}
      case Act.Undo a -> {
        Acts.Done again = acts.find(a.act()).orElseThrow();
        acts.restored(a.act());
        touched.effects.put(row(a.act(), again, ""));
        stand(a.act(), again.act());
      }
    }
  }

  private void withdrawn(People.Key key, long act) {
    people.granted().undo(key, act);
    people.refresh(key, touched.effects);
  }

  private void back(Axis axis, long act) {
    axes.undo(axis, act, touched.effects);
  }

  private void unlink(long act) {
    links.undo(act, touched.effects);
    touched.sorted = true;
  }
}
