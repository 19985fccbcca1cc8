package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.assessment.CaseAxes;
import org.truce.mechanism.Act.Verdict;
import org.truce.provenance.Audience;
import org.truce.provenance.Handling;
import org.truce.provenance.Side;
import org.truce.report.ClaimId;
import org.truce.store.Query;
import org.truce.store.Row;
import org.truce.store.Table;

/** What people may do, and what it changes. */
class ActsTest {
  @TempDir private Path folder = Path.of("");
  private Mechanism mechanism;
  private Signing.Key custodian;
  private Signing.Key analyst;

  @BeforeEach
  void found() {
    mechanism = Desk.open(folder);
    mechanism.adopt(Desk.agreement());
    custodian = Desk.custodian(mechanism);
    analyst = Desk.person(mechanism, custodian, Role.ANALYST, "mission");
    mechanism.receive(Desk.easter());
    mechanism.project();
  }

  @AfterEach
  void close() {
    assertThat(mechanism.differences()).isEmpty();
    mechanism.close();
  }

  private long head() {
    return mechanism.progress().entries() - 1;
  }

  private long incidentOf(String claim) {
    return mechanism
        .store()
        .find(Table.MEMBER, List.of(claim), head())
        .map(row -> row.number("incident"))
        .orElse(0L);
  }

  private List<Row> rows(Table table) {
    List<Row> rows = new ArrayList<>();
    mechanism.store().each(Query.of(table, head()), rows::add);
    return rows;
  }

  private Row report(String id) {
    return rows(Table.REPORT).stream()
        .filter(row -> row.text("report").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void done(Signing.Key key, Act act) {
    assertThat(mechanism.act(key, act).refused()).isEmpty();
  }

  private void refused(Signing.Key key, Act act, String why) {
    assertThat(mechanism.act(key, act).refused().orElse("done")).contains(why);
    assertThat(mechanism.store().find(Table.ACT, List.of(head()), head()).orElseThrow())
        .satisfies(row -> assertThat(row.text("refused")).contains(why));
  }

  @Test
  void onlyTheFirstKeyFoundsAndOnlyACustodianGrants() {
    Signing.Key stranger = Signing.generate();
    refused(
        stranger,
        new Act.Grant(stranger.id(), Role.CUSTODIAN, "me", Side.MISSION, "mine now"),
        "does not have the role custodian");
    refused(
        analyst,
        new Act.Grant(analyst.id(), Role.VERIFIER, "me", Side.MISSION, "also"),
        "does not have the role custodian");
  }

  @Test
  void aSignatureOfAnotherKeyIsNotEvenRecorded() {
    byte[] act = ActNotation.bytes(new Act.Annotate("I-0001", "seen"));
    String signature = Signing.sign(custodian, act);
    long before = head();
    assertThatThrownBy(
            () -> mechanism.act(analyst.id(), signature, new String(act, StandardCharsets.UTF_8)))
        .hasMessageContaining("not of the key");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void nobodyVerifiesACaseOfTheirOwnSide() {
    long incident = incidentOf("chaspravdy/E03/1");
    Act verify = new Act.Verify(incident, CaseAxes.Verification.VERIFIED, "site visit");
    refused(
        Desk.person(mechanism, custodian, Role.VERIFIER, "UKR"), verify, "the person's own side");
    refused(
        Desk.person(mechanism, custodian, Role.VERIFIER, "RUS"), verify, "the person's own side");
    done(Desk.person(mechanism, custodian, Role.VERIFIER, "neutral"), verify);
    assertThat(rows(Table.AXIS)).hasSize(1);
  }

  @Test
  void whoReportedDoesNotVerify() {
    Signing.Key patrol = Desk.person(mechanism, custodian, Role.VERIFIER, "mission");
    String line = new String(Desk.easter(1).getFirst().bytes().toArray(), StandardCharsets.UTF_8);
    Submission own =
        new Submission(
            patrol.id(),
            Optional.empty(),
            Submission.Form.JSONL,
            new Submission.Place("patrol", 1),
            Bytes.ofText(line));
    long at = mechanism.receive(List.of(own)).getFirst().index();
    mechanism.project();
    String claim =
        rows(Table.CLAIM).stream()
            .filter(row -> row.number("entry") == at && incidentOf(row.text("claim")) > 0)
            .map(row -> row.text("claim"))
            .findFirst()
            .orElseThrow();
    refused(
        patrol,
        new Act.Verify(incidentOf(claim), CaseAxes.Verification.VERIFIED, "I saw it"),
        "who reported an incident does not verify it");
  }

  @Test
  void aMergeIsOneIncidentAndItsUndoingBringsTheNumberBack() {
    long one = incidentOf("chaspravdy/E03/1");
    long other = incidentOf("chaspravdy/E03/2");
    assertThat(one).isNotEqualTo(other);
    refused(analyst, new Act.Merge(one, one, "same"), "one incident already");
    String before = everything();
    // Two claims of one report are two happenings until a person says otherwise.
    long merge = mechanism.act(analyst, new Act.Merge(one, other, "one salvo")).index();
    assertThat(incidentOf("chaspravdy/E03/2")).isEqualTo(incidentOf("chaspravdy/E03/1"));
    long kept = incidentOf("chaspravdy/E03/1");
    long slept = one + other - kept;
    Row asleep = mechanism.store().find(Table.INCIDENT, List.of(slept), head()).orElseThrow();
    assertThat(asleep.text("state")).isEqualTo("merged");
    assertThat(asleep.number("into")).isEqualTo(kept);
    long undo = mechanism.act(analyst, new Act.Undo(merge, "two after all")).index();
    assertThat(everything()).isEqualTo(before);
    done(analyst, new Act.Undo(undo, "one after all"));
    assertThat(incidentOf("chaspravdy/E03/2")).isEqualTo(incidentOf("chaspravdy/E03/1"));
  }

  /** Incidents, members and findings as they stand. */
  private String everything() {
    return "" + rows(Table.INCIDENT) + rows(Table.MEMBER) + rows(Table.FINDING);
  }

  @Test
  void aSplitPartsClaimsFromTheRest() {
    long incident = incidentOf("chaspravdy/E03/1");
    assertThat(incidentOf("kyiv-independent/E04/1")).isEqualTo(incident);
    refused(
        analyst,
        new Act.Split(incident, List.of(ClaimId.parse("tass/E47/1")), "other place"),
        "name claims that are members");
    done(
        analyst,
        new Act.Split(incident, List.of(ClaimId.parse("kyiv-independent/E04/1")), "other house"));
    assertThat(incidentOf("kyiv-independent/E04/1")).isNotEqualTo(incidentOf("chaspravdy/E03/1"));
  }

  @Test
  void whatCannotBeDecidedIsARangeInTheCount() {
    long one = incidentOf("chaspravdy/E03/1");
    long other = incidentOf("chaspravdy/E03/2");
    done(
        analyst,
        new Act.Link(
            ClaimId.parse("chaspravdy/E03/1"),
            ClaimId.parse("chaspravdy/E03/2"),
            Verdict.UNDECIDABLE,
            "one flash, two bangs"));
    try (View view = View.open(folder).orElseThrow()) {
      assertThat(view.count(Set.of(one, other), head())).hasToString("1 to 2");
      assertThat(view.count(Set.of(one), head())).hasToString("1");
      assertThat(view.count(Set.of(one, other), head() - 1)).hasToString("2");
    }
  }

  @Test
  void aRetractedReportSaysNothingUntilTheRetractionIsUndone() {
    String before = everything();
    Row report = report("chaspravdy/E03");
    long entry = report.number("entry");
    long act = mechanism.act(analyst, new Act.Retract(entry, "withdrawn")).index();
    assertThat(report("chaspravdy/E03").text("state")).isEqualTo("retracted");
    assertThat(incidentOf("chaspravdy/E03/1")).isZero();
    done(analyst, new Act.Undo(act, "it stands"));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aCorrectionReplacesWhatAReportSaysFromThenOn() {
    Row report = report("chaspravdy/E03");
    String line =
        Desk.easter().stream()
            .map(each -> new String(each.bytes().toArray(), StandardCharsets.UTF_8))
            .filter(text -> text.startsWith("{\"report\":\"E03\""))
            .findFirst()
            .orElseThrow();
    long entry = report.number("entry");
    refused(analyst, new Act.Correct(entry, "{}", "typing"), "cannot be read");
    refused(
        analyst,
        new Act.Correct(entry, line.replace("\"report\":\"E03\"", "\"report\":\"E99\""), "typing"),
        "another report");
    long before = head();
    done(
        analyst,
        new Act.Correct(entry, line.replace("eight FPV", "nine FPV"), "the source corrected it"));
    assertThat(text("chaspravdy/E03/1", head())).contains("nine FPV");
    assertThat(text("chaspravdy/E03/1", before)).contains("eight FPV");
  }

  private String text(String claim, long index) {
    return mechanism.store().find(Table.CLAIM, List.of(claim), index).orElseThrow().text("text");
  }

  @Test
  void handlingIsMadeTighterButNeverLooserThanTheSourceAllowed() {
    long entry = report("chaspravdy/E03").number("entry");
    done(analyst, new Act.SetHandling(entry, Handling.SEALED, "a source at risk"));
    assertThat(
            mechanism
                .store()
                .find(Table.INCIDENT, List.of(incidentOf("chaspravdy/E03/1")), head())
                .orElseThrow()
                .text("handling"))
        .isEqualTo("sealed");
    done(analyst, new Act.SetHandling(entry, Handling.PUBLIC, "no risk any more"));
    refused(analyst, new Act.Retract(9_999, "x"), "no report");
  }

  @Test
  void onlyTheCommissionDeterminesAndOnlyUnderAReadingThatThereIs() {
    long incident = incidentOf("chaspravdy/E03/1");
    Signing.Key panel = Desk.person(mechanism, custodian, Role.ADJUDICATOR, "neutral");
    refused(
        panel,
        new Act.Determine(incident, "kyiv", CaseAxes.Qualification.PRIMA_FACIE_BREACH, "the words"),
        "only what the commission determined");
    refused(
        panel,
        new Act.Determine(incident, "vienna", CaseAxes.Qualification.DETERMINED_GRAVE, "vote"),
        "no reading");
    done(
        panel,
        new Act.Determine(incident, "kyiv", CaseAxes.Qualification.DETERMINED_GRAVE, "vote"));
    assertThat(rows(Table.AXIS).getFirst().text("axis")).isEqualTo("qualification");
  }

  private List<String> axes(long incident) {
    try (View view = View.open(folder).orElseThrow()) {
      Asked asked = new Asked(Optional.empty(), Optional.empty(), view.head(), Audience.MISSION);
      return view.assessment(asked, Optional.empty()).incidents().stream()
          .filter(each -> each.incident().number() == incident)
          .flatMap(
              each ->
                  AxisPosition.of(each, List.of("kyiv", "moscow"), view.moved(view.head()))
                      .stream())
          .map(at -> "%s %s %s %s".formatted(at.axis(), at.reading(), at.value(), at.act()))
          .toList();
    }
  }

  @Test
  void aCaseStandsOnFourAxesFromTheBeginningAndEachMovesAlone() {
    long incident = incidentOf("chaspravdy/E03/1");
    assertThat(axes(incident))
        .containsExactly(
            "verification  received Optional.empty",
            "qualification kyiv undetermined Optional.empty",
            "qualification moscow undetermined Optional.empty",
            "attribution  none Optional.empty",
            "disclosure  restricted Optional.empty");
    Signing.Key panel = Desk.person(mechanism, custodian, Role.ADJUDICATOR, "neutral");
    done(
        panel,
        new Act.Determine(incident, "kyiv", CaseAxes.Qualification.DETERMINED_MINOR, "vote"));
    long moved = head();
    assertThat(axes(incident))
        .containsExactly(
            "verification  received Optional.empty",
            "qualification kyiv determined-minor Optional[" + moved + "]",
            "qualification moscow undetermined Optional.empty",
            "attribution  none Optional.empty",
            "disclosure  restricted Optional.empty");
  }

  @Test
  void aRevokedKeyDoesNothingMoreAndWhatItDidStands() {
    long one = incidentOf("chaspravdy/E03/1");
    done(analyst, new Act.Merge(one, incidentOf("chaspravdy/E03/2"), "one salvo"));
    done(custodian, new Act.Revoke(analyst.id(), Role.ANALYST, "left the mission"));
    refused(analyst, new Act.Annotate("I-0001", "seen"), "does not have the role analyst");
    assertThat(incidentOf("chaspravdy/E03/2")).isEqualTo(incidentOf("chaspravdy/E03/1"));
  }
}
