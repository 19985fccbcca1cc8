package org.truce.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.place.Reach.Cell;
import org.truce.place.RegionCode;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final Atlas ATLAS = GAZETTEER.atlas();

  @Test
  void hasAllUnitsOfUkraineAndSyria() {
    assertThat(ATLAS.smallest(new RegionCode("UA"))).hasSize(27);
    assertThat(ATLAS.smallest(new RegionCode("SY"))).hasSize(14);
  }

  @ParameterizedTest(name = "{0} {1} lies in {2}")
  @CsvSource({
    "50.91, 34.80, UA-59", // Sumy
    "51.73, 36.19, RU-KRS", // Kursk
    "50.60, 36.59, RU-BEL", // Belgorod
    "46.64, 32.61, UA-65", // Kherson
    "44.60, 33.52, UA-40", // Sevastopol
    "44.95, 34.10, UA-43", // Simferopol
    "47.10, 37.54, UA-14", // Mariupol
    "36.20, 37.16, SY-HL", // Aleppo
    "34.73, 36.71, SY-HI", // Homs
    "33.51, 36.29, SY-DI", // Damascus
    "55.75, 37.62, RU-MOW", // Moscow
    "56.84, 60.60, RU", // Yekaterinburg: not listed
  })
  void drawsKnownTownsInTheirRegions(double lat, double lon, String region) {
    var position = LonLat.ofDegrees(lon, lat);
    assertThat(
            ATLAS.codes().stream()
                .filter(
                    code -> ATLAS.find(code).orElseThrow().zone().signedDistanceMm(position) > 0))
        .containsExactly(new RegionCode(region));
  }

  @Test
  void countsCrimeaAsUkraineRussiaOrUnknownByWhoAssertsIt() {
    var simferopol =
        new Place.Circle(LonLat.ofDegrees(34.10, 44.95), 5_000_000, Place.Bound.STATED);
    assertThat(territory("UKR", "un-2014").reach(simferopol).cells()).containsOnly(Cell.INSIDE);
    assertThat(territory("RUS", "un-2014").reach(simferopol).cells()).containsOnly(Cell.OUTSIDE);
    assertThat(territory("UKR", "ru-2022").reach(simferopol).cells()).containsOnly(Cell.OUTSIDE);
    assertThat(territory("UKR", "no-position").reach(simferopol).cells())
        .containsOnly(Cell.DISPUTED);
  }

  @Test
  void losesTheBorderBetweenTwoStatesWhenBothAreMeant() {
    var onTheBorder =
        new Place.Circle(LonLat.ofDegrees(36.15, 50.43), 20_000_000, Place.Bound.STATED);
    var both =
        Area.ofTerritory(ATLAS, List.of("UKR", "RUS"), ATLAS.findBoundary("un-2014").orElseThrow());
    assertThat(both.reach(onTheBorder).cells()).containsOnly(Cell.INSIDE);
    assertThat(territory("UKR", "un-2014").reach(onTheBorder).cells())
        .contains(Cell.AT_BORDER, Cell.INSIDE, Cell.OUTSIDE);
  }

  @ParameterizedTest
  @CsvSource({
    "Ar Raqqah Governorate, SY-RA",
    "Rif Dimashq Governorate, SY-RD",
    "Vinnytska oblast, UA-05",
    "Kyiv City, UA-30",
    "Kiev City, UA-30",
    "خاركيف, UA-63",
    "Сумська область, UA-59",
    "курская область, RU-KRS",
    "ua-14, UA-14",
  })
  void findsRegionsByTheSpellingsThatSourcesUse(String name, String code) {
    assertThat(GAZETTEER.findRegion(name)).contains(new RegionCode(code));
  }

  @Test
  void doesNotChooseBetweenTwoRegionsOfOneName() {
    assertThat(GAZETTEER.findRegion("Kiev")).isEqualTo(Optional.empty());
  }

  @Test
  void namesEveryRegionInFourLanguages() {
    assertThat(ATLAS.codes())
        .allSatisfy(code -> assertThat(GAZETTEER.names(code)).containsKeys("en", "ar", "uk", "ru"));
  }

  private static Area territory(String state, String version) {
    return Area.ofTerritory(ATLAS, List.of(state), ATLAS.findBoundary(version).orElseThrow());
  }
}
