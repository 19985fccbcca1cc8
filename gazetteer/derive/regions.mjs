// Which outline is which region. The package files Crimea and Sevastopol under Russia; the code decides, not the file.
export const UKRAINE = {
  UP02: "UA-74", UP24: "UA-07", UP19: "UA-56", UP27: "UA-18", UP13: "UA-32", UP25: "UA-21", UP03: "UA-77", UP06: "UA-26",
  UP17: "UA-51", UP23: "UA-05", UP15: "UA-46", UP21: "UA-59", UP07: "UA-63", UP14: "UA-09", UP05: "UA-14", UP08: "UA-65",
  UP26: "UA-23", UP16: "UA-48", UP18: "UA-53", UP09: "UA-68", UP22: "UA-61", UP04: "UA-12", UP01: "UA-71", UP10: "UA-35",
  UP12: "UA-30", UP11: "UA-43", UP20: "UA-40",
};

// Russia's regions at the border and others that reports name often; the rest of the country is one entry, RU.
export const RUSSIA = {
  RS10: "RU-BRY", RS41: "RU-KRS", RS09: "RU-BEL", RS86: "RU-VOR", RS61: "RU-ROS", RS38: "RU-KDA", RS69: "RU-SMO",
  RS56: "RU-ORL", RS43: "RU-LIP", RS76: "RU-TUL", RS25: "RU-KLU", RS72: "RU-TAM", RS48: "RU-MOW", RS47: "RU-MOS",
};
// Two outlines without a usable FIPS code, by name.
export const RUSSIA_BY_NAME = { Moskovsskaya: "RU-MOS", Moskva: "RU-MOW" };

export const SYRIA = {
  SY11: "SY-HI", SY14: "SY-TA", SY08: "SY-RD", SY01: "SY-HA", SY04: "SY-RA", SY09: "SY-HL", SY12: "SY-ID", SY02: "SY-LA",
  SY05: "SY-SU", SY06: "SY-DR", SY07: "SY-DY", SY03: "SY-QU", SY10: "SY-HM", SY13: "SY-DI",
};
// The zone of the disengagement observer force lies in Quneitra governorate.
export const SYRIA_BY_NAME = { UNDOF: "SY-QU" };

// Spellings that event datasets and alert feeds use.
export const ALIASES = {
  "UA-30": "Kyiv City;Kiev City;Kyiv;Kiev", "UA-32": "Kyivska oblast;Kiev;Kyiv oblast", "UA-05": "Vinnytska oblast;Vinnytsya",
  "UA-07": "Volynska oblast;Volyn", "UA-09": "Luhanska oblast;Luhans'k", "UA-12": "Dnipropetrovska oblast;Dnipropetrovs'k",
  "UA-14": "Donetska oblast;Donets'k", "UA-18": "Zhytomyrska oblast", "UA-21": "Zakarpatska oblast;Transcarpathia",
  "UA-23": "Zaporizka oblast;Zaporizhzhya;Zaporizhia", "UA-26": "Ivano-Frankivska oblast;Ivano-Frankivs'k",
  "UA-35": "Kirovohradska oblast;Kirovohrad", "UA-40": "Sevastopol';Sevastopol City", "UA-43": "Crimea;Autonomous Republic of Crimea",
  "UA-46": "Lvivska oblast;L'viv", "UA-48": "Mykolaivska oblast;Mykolayiv", "UA-51": "Odeska oblast;Odesa;Odessa",
  "UA-53": "Poltavska oblast", "UA-56": "Rivnenska oblast", "UA-59": "Sumska oblast", "UA-61": "Ternopilska oblast;Ternopil'",
  "UA-63": "Kharkivska oblast", "UA-65": "Khersonska oblast", "UA-68": "Khmelnytska oblast;Khmel'nyts'kyy",
  "UA-71": "Cherkaska oblast", "UA-74": "Chernihivska oblast", "UA-77": "Chernivetska oblast",
  "SY-RD": "Rif Dimashq Governorate", "SY-DY": "Deir ez Zor Governorate", "SY-RA": "Ar Raqqah Governorate",
  "SY-HA": "Al Hasakah Governorate", "SY-SU": "As Suwayda Governorate", "SY-DR": "Daraa Governorate",
  "SY-HM": "Hamah Governorate", "SY-LA": "Latakia Governorate", "SY-QU": "Quneitra Governorate",
};

// Names that the packages do not have or have wrong; our own.
export const NAMES = {
  "UA-43": { en: "Autonomous Republic of Crimea", ar: "جمهورية القرم ذاتية الحكم", uk: "Автономна Республіка Крим", ru: "Автономная Республика Крым" },
  "UA-40": { en: "Sevastopol", ar: "سيفاستوبول", uk: "Севастополь", ru: "Севастополь" },
  "UA-30": { en: "Kyiv", ar: "كييف", uk: "Київ", ru: "Киев" },
  "SY-DI": { uk: "Дамаск", ru: "Дамаск" }, "SY-RD": { uk: "Риф-Димашк", ru: "Риф-Дамаск" }, "SY-HL": { uk: "Алеппо" },
  "SY-HI": { uk: "Хомс" }, "SY-HM": { uk: "Хама" }, "SY-ID": { uk: "Ідліб" }, "SY-LA": { uk: "Латакія" }, "SY-TA": { uk: "Тартус" },
  "SY-DR": { uk: "Даръа" }, "SY-SU": { uk: "Ес-Сувейда" }, "SY-QU": { uk: "Ель-Кунейтра" }, "SY-DY": { uk: "Дейр-ез-Зор" },
  "SY-RA": { uk: "Ракка" }, "SY-HA": { uk: "Хасеке" },
  UA: { en: "Ukraine", ar: "أوكرانيا", uk: "Україна", ru: "Украина" },
  RU: { en: "Russian Federation", ar: "روسيا الاتحادية", uk: "Російська Федерація", ru: "Российская Федерация" },
  SY: { en: "Syria", ar: "سوريا", uk: "Сирія", ru: "Сирия" },
};
