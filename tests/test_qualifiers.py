"""Qualifiers set the bound of a number and belong to its span; verbs set it from outside."""

import pytest

from helpers.components.quantities import find
from helpers.french import qualifiers


@pytest.mark.parametrize(
    ("qualified", "bound"),
    [
        ("environ 300 élus", "about"),
        ("quelque 300 élus", "about"),
        ("autour de 300 élus", "about"),
        ("à peu près 300 élus", "about"),
        ("300 élus environ", "about"),
        ("une trentaine d'élus", "about"),
        ("un millier d'élus", "about"),
        ("près de 300 élus", "nearly"),
        ("près d'un million d'élus", "nearly"),
        ("presque 300 élus", "nearly"),
        ("à peine 300 élus", "nearly"),
        ("plus de 300 élus", "more_than"),
        ("un peu plus de 300 élus", "more_than"),
        ("plus d'une centaine d'élus", "more_than"),
        ("au-delà de 300 élus", "more_than"),
        ("moins de 300 élus", "less_than"),
        ("moins d'un million d'élus", "less_than"),
        ("au moins 300 élus", "at_least"),
        ("au moins un millier d'élus", "at_least"),
        ("pas moins de 300 élus", "at_least"),
        ("300 élus au minimum", "at_least"),
        ("300 élus ou plus", "at_least"),
        ("jusqu'à 300 élus", "at_most"),
        ("au plus 300 élus", "at_most"),
        ("pas plus de 300 élus", "at_most"),
        ("300 élus au maximum", "at_most"),
        ("300 élus", "exact"),
    ],
)
def test_a_qualifier_sets_the_bound_and_belongs_to_the_span(qualified, bound):
    found = find(f"Hier, {qualified}, venus de loin, ont voté.")
    assert [(q.span, q.bound) for q in found] == [(qualified, bound)]


@pytest.mark.parametrize(
    ("text", "span", "bound"),
    [
        ("La dette dépasse 3 %.", "3 %", "more_than"),
        ("Le taux frôle les 3 %.", "3 %", "nearly"),
        ("La dette dépasse toutefois les 3 %.", "3 %", "more_than"),
        ("La dette a franchi la barre des 3 %.", "3 %", "more_than"),
        ("La dette va passer le cap des 3 %.", "3 %", "more_than"),
        ("La dette passe de 3 %.", "3 %", "exact"),
        ("Le cap des 3 % est loin.", "3 %", "exact"),
        # What denies the verb turns its bound round.
        ("La dette ne dépasse pas 3 %.", "3 %", "at_most"),
        ("La dette n'a jamais dépassé les 3 %.", "3 %", "at_most"),
        ("La dette ne doit pas dépasser 3 %.", "3 %", "at_most"),
        ("Aucune dette ne dépasse 3 %.", "3 %", "at_most"),
        ("La dette n'a toujours pas franchi la barre des 3 %.", "3 %", "at_most"),
        ("La dette n'avoisine pas 3 %.", "3 %", "exact"),
        ("Elle ne vient pas. La dette dépasse 3 %.", "3 %", "more_than"),
        ("Elle monte sans jamais dépasser 3 %.", "3 %", "at_most"),
        ("Elle n'exclut pas de dépasser 3 %.", "3 %", "more_than"),
        ("Cela n'empêche pas qu'elle dépasse 3 %.", "3 %", "more_than"),
        ("Elle baisse sans passer sous 3 %.", "sous 3 %", "at_least"),
        ("Le taux ne descendra plus sous les 3 %.", "sous les 3 %", "at_least"),
        ("Le taux n'est pas repassé sous 3 %.", "sous 3 %", "at_least"),
        ("Le taux est passé sous les 3 %.", "sous les 3 %", "less_than"),
        ("Le taux est sous les 3 %.", "sous les 3 %", "less_than"),
        ("Il a écrit sous deux présidents.", "deux présidents", "exact"),
        ("Il a eu moins d'un an.", "moins d'un an", "less_than"),
        ("À peine un an après, il part.", "À peine un an", "nearly"),
        ("Il risque un an maximum.", "un an maximum", "at_most"),
        ("Plus de la moitié part.", "Plus de la moitié", "more_than"),
        ("Près d'un élu sur deux part.", "Près d'un élu sur deux", "nearly"),
        ("Le prix a presque triplé.", "presque triplé", "nearly"),
        ("Le prix a plus que doublé.", "plus que doublé", "more_than"),
        ("Le prix a été multiplié par près de dix.", "multiplié par près de dix", "nearly"),
    ],
)
def test_bounds_of_other_kinds(text, span, bound):
    assert [(q.span, q.bound) for q in find(text)] == [(span, bound)]


def test_the_window_before_a_number_stops_at_another_number():
    assert qualifiers.left_of("plus de 3 000", 8) == "plus de "
    assert qualifiers.left_of("plus de 3 4", 10) == ""


def test_a_clause_ends_where_its_sentence_does():
    assert qualifiers.clause_before("Il passe. Elle va de 3", 21) == " Elle va de "
