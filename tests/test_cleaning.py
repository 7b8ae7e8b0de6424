"""Cleaning: tables of cases for each defect, the articles of the corpus, and properties on any text."""

import re
import time
import tomllib
from collections import Counter
from dataclasses import asdict

import pandas as pd
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from helpers import cleaning, paths
from helpers.cleaning import Cut, clean, removed
from helpers.text import rules

ARTICLES = sorted(path.stem for path in (paths.CORPUS / "raw").glob("*.txt"))


def ink(text: str) -> str:
    """The text without its spaces."""
    return "".join(text.split())


# ----------------------------------------------------------------------------------------------- the corpus


def page(article: str) -> tuple[str, str, list[Cut]]:
    raw = (paths.CORPUS / "raw" / f"{article}.txt").read_text(encoding="utf-8")
    reference = (paths.REFERENCE / "clean" / f"{article}.txt").read_text(encoding="utf-8")
    manifest = tomllib.loads((paths.CORPUS / "articles.toml").read_text(encoding="utf-8"))
    return raw, reference, [Cut(**cut) for cut in manifest[article].get("cuts", [])]


@pytest.mark.parametrize("article", ARTICLES)
def test_article_equals_its_reference(article):
    raw, reference, cuts = page(article)
    assert clean(raw, cuts) == reference


@pytest.mark.parametrize("article", ARTICLES)
def test_reference_is_clean_already(article):
    _, reference, _ = page(article)
    assert clean(reference) == reference


@pytest.mark.parametrize("article", ARTICLES)
def test_without_cuts_nothing_of_the_article_is_lost(article):
    raw, reference, cuts = page(article)
    general = clean(raw).rstrip().split("\n\n")
    assert set(reference.strip().split("\n\n")) <= set(general)
    assert len(general) <= len(reference.strip().split("\n\n")) + 2 * len(cuts)


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("given_cuts", [True, False])
def test_everything_that_went_is_accounted_for(article, given_cuts):
    raw, reference, cuts = page(article)
    records = removed(raw, reference, cuts if given_cuts else ())
    gained, lost = Counter(ink(reference)), Counter(ink(raw))
    for record in records:
        for character, count in Counter(ink(record.before)).items():
            gained[character] += record.count * count
        for character, count in Counter(ink(record.after)).items():
            lost[character] += record.count * count
    assert gained == lost
    assert [record.line for record in records] == sorted(record.line for record in records)


@pytest.mark.parametrize("article", ARTICLES)
def test_every_removed_passage_is_a_line_of_the_page_with_a_reason(article):
    raw, reference, cuts = page(article)
    known = set(rules("boilerplate")["kinds"]) | {cut.kind for cut in cuts}
    passages = [record for record in removed(raw, reference, cuts) if not record.after and not record.context]
    for record in passages:
        assert raw.split("\n")[record.line - 1].strip() == record.before
        assert record.kind in known
        assert record.why
    used = Counter(record.kind for record in passages)
    assert all(used[cut.kind] for cut in cuts)


# ------------------------------------------------------------------------------------- repairs inside a line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("l&#39;eau", "l'eau"),
        ("caf&eacute; &lt;noir&gt;", "café <noir>"),
        ("Recherche &amp;amp;amp; essais", "Recherche & essais"),
        ("&amp;lt;b&amp;gt;", "<b>"),
        ("&#x20AC; &euro;", "€ €"),
        ("R&D et AT&T", "R&D et AT&T"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("&inconnu;", "&inconnu;"),
        ("&lt&semi;", "&lt&semi;"),
        ("", ""),
    ],
)
def test_entities(before, after):
    assert cleaning.entities(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Un titre", "Un titre"),
        ("**B**onjour à tous", "Bonjour à tous"),
        ("Un **mot fort** ici", "Un mot fort ici"),
        ("Un *mot* et ***deux***", "Un mot et deux"),
        ("Le journal _La Gazette_ paraît", "Le journal La Gazette paraît"),
        ("Fini. \\*", "Fini. *"),
        ("[la mairie](https://exemple.fr/a) ouvre", "la mairie ouvre"),
        ("![Vue du port](port.jpg)", ""),
        ("> Une citation", "Une citation"),
        # What only looks like a mark.
        ("2*3*4 = 24", "2*3*4 = 24"),
        ("p***n de temps", "p***n de temps"),
        ("Marie* et Paul*", "Marie* et Paul*"),
        ("#MeToo", "#MeToo"),
        ("nom_de_fichier_long", "nom_de_fichier_long"),
        ("[note] (voir plus bas)", "[note] (voir plus bas)"),
        ("> 50 ans : 12 %", "> 50 ans : 12 %"),
    ],
)
def test_markdown(before, after):
    assert cleaning.markdown(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3\u202f000\u00a0euros", "3 000 euros"),
        ("  un\t mot  ", "un mot"),
        ("un\r\ndeux\u2028trois", "un\ndeux\ntrois"),
        ("co\u00adop\u200bération", "coopération"),
        ("GPT-4 , le modèle", "GPT-4, le modèle"),
        ("au Point . « Nous »", "au Point. « Nous »"),
        ("fini .", "fini."),
        ("(le texte ,)", "(le texte,)"),
        # What stays.
        ("sur (...) la suite", "sur (...) la suite"),
        ("et … voilà", "et … voilà"),
        ("et ... voilà", "et ... voilà"),
        ("en .NET ou ,5", "en .NET ou ,5"),
        ("3,5 % ; 4.5", "3,5 % ; 4.5"),
        ("« Quoi ? » : oui !", "« Quoi ? » : oui !"),
        ("Silence . . . puis", "Silence . . . puis"),
    ],
)
def test_spaces(before, after):
    assert cleaning.spaces(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("un rythme effréné.La suite", "un rythme effréné. La suite"),
        ("sur OpenAI.Un doute", "sur OpenAI. Un doute"),
        ("en 2023.Le maire", "en 2023. Le maire"),
        ("75 %.Le reste", "75 %. Le reste"),
        ("« oui ».Il part", "« oui ». Il part"),
        ("Vraiment ?Oui", "Vraiment ? Oui"),
        ("Il part.À midi", "Il part. À midi"),
        ("Il part.L'autre reste", "Il part. L'autre reste"),
        ("Il part.« Non »", "Il part. « Non »"),
        ("il attend...Elle vient", "il attend... Elle vient"),
        ("il attend.GPT-5 arrive", "il attend. GPT-5 arrive"),
        # What stays.
        ("tricolore...qui finit", "tricolore...qui finit"),
        ("les U.S.A. et l'O.N.U.", "les U.S.A. et l'O.N.U."),
        ("M.Dupont et Mme.Durand", "M.Dupont et Mme.Durand"),
        ("J.-P.Dupont", "J.-P.Dupont"),
        ("Node.js et startup.info", "Node.js et startup.info"),
        ("Booking.Com et Mistral.AI", "Booking.Com et Mistral.AI"),
        ("ASP.NET", "ASP.NET"),
        ("version 2.0 à 3.5", "version 2.0 à 3.5"),
        ("https://exemple.fr/Page.Html?Q=Un", "https://exemple.fr/Page.Html?Q=Un"),
        ("Jean.Dupont@exemple.fr", "Jean.Dupont@exemple.fr"),
        ("rapport.PDF", "rapport.PDF"),
        ("System.Out.Println", "System.Out.Println"),
        ("Fini. La suite", "Fini. La suite"),
    ],
)
def test_glued(before, after):
    assert cleaning.glued(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  •Le prix", "• Le prix"),
        ("•   Le prix", "• Le prix"),
        ("un prix • une date", "un prix • une date"),
        ("- Bonjour, dit-il.", "- Bonjour, dit-il."),
    ],
)
def test_bullets(before, after):
    assert cleaning.bullets(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("C'est la fin. ■", "C'est la fin."),
        ("C'est la fin. *\n\nABC. . . . . . . . . . . . .", "C'est la fin."),
        ("Un.\n\n* * *\n\n-----\n\nDeux.", "Un.\n\nDeux."),
        ("Marie * a parlé\n\nPaul *", "Marie * a parlé\n\nPaul *"),
        ("(...)\n\n...\n\n[…]", "(...)\n\n...\n\n[…]"),
        ("Attends. . .", "Attends. . ."),
    ],
)
def test_trailing(before, after):
    assert cleaning.trailing(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Le maire a présenté la\n\nnouvelle école.", "Le maire a présenté la nouvelle école."),
        ("Le juge a entendu les risques\n\nqu'elle court.", "Le juge a entendu les risques qu'elle court."),
        ("Il a vu la mer,\nla plage et le port.", "Il a vu la mer, la plage et le port."),
        ("B\n\nonjour à tous.", "Bonjour à tous."),
        ("•\n\nLe prix\n\n•\n\n• La date", "• Le prix\n\n•\n\n• La date"),
        # A heading, a list, an ended sentence, a name that begins in lower case, a bullet.
        ("Un titre\n\nla suite du texte.", "Un titre\n\nla suite du texte."),
        ("Voici la liste :\n\ndu pain ;\n\ndu vin.", "Voici la liste :\n\ndu pain ;\n\ndu vin."),
        ("Il est parti.\n\net puis rien.", "Il est parti.\n\net puis rien."),
        ("Le prix de la\n\niPhone baisse.", "Le prix de la\n\niPhone baisse."),
        ("• un prix dans\n\nla boutique", "• un prix dans\n\nla boutique"),
        ("Le maire a présenté la\n\nNouvelle école.", "Le maire a présenté la\n\nNouvelle école."),
    ],
)
def test_rejoined(before, after):
    assert cleaning.rejoined(before) == after


def test_a_caption_between_two_halves_of_a_sentence_goes():
    first = (
        "La mairie a ouvert un concours le mois dernier. Trois projets sont encore en lice, dont celui d'un "
        "cabinet de Lyon, et le choix revient au dernier"
    )
    text = f"{first}\n\nLes trois architectes devant la mairie (debout).\n\nconseil de la saison, en juin."
    assert clean(text) == f"{first} conseil de la saison, en juin.\n"


# ------------------------------------------------------------------------------------------------ whole lines

TITLE, FIRST, LAST = "Un titre pour ce jour", "Un premier paragraphe, qui finit.", "Un dernier paragraphe."

BOILERPLATE = {
    "byline": """
        Par
        Publié le
        Par Jean Dupont
        PAR ANNE MARTIN
        Par Jean Dupont et Marie Durand
        Par Jean Dupont, envoyé spécial à Kiev
        Par Jean-Pierre de La Tour avec AFP
        Par Jean Dupont (avec AFP)
        Propos recueillis par Jean Dupont
        Publié le 3 mars 2024 à 12h30
        Publié le 03/03/2024 à 12:30
        Publié le 27 février 2024 à 18h33, mis à jour le 28 février 2024 à 09h12
        Publié hier à 18h33
        Mis à jour le 28 février 2024
        Jean Dupont, publié le 3 mars 2024 à 12h30
        Par Jean Dupont | Publié le 3 mars 2024
        Source link : https://www.exemple.fr/a
        Author : Jean Dupont
        Publish date : 2024-02-27 18:33:19
    """,
    "biography": """
        À propos de l'auteur
        About the author
    """,
    "caption": """
        © AFP
        © Ludovic MARTIN / AFP
        (Photo Ludovic Martin/AFP)
        Photo d'illustration
        Photo : Ludovic Martin / AFP
        Crédit photo : une lectrice
        Crédits : Reuters
        Le ministre à Lyon, le 3 mars 2024. © AFP
        Le ministre à Lyon, le 3 mars 2024. LUDOVIC MARTIN / AFP
        2023 Anadolu
        Getty Images
        a young woman holding a phone in a kitchen
    """,
    "navigation": """
        Accueil
        Accueil > Économie > Tech
        Aller au contenu principal
        Lire aussi
        À lire aussi : Réforme des retraites, ce qui change
        À LIRE AUSSI Réforme des retraites
        >> Lire aussi | Réforme des retraites
        Sur le même sujet
        Les plus lus
        Lire la suite
        Temps de lecture : 3 min
        3 min de lecture
        Retour en haut de page
        https://www.exemple.fr/article
    """,
    "share": """
        Partager
        Partager sur Facebook
        Partager cet article par e-mail
        Copier le lien
        Imprimer
        Facebook Twitter LinkedIn
        Suivez-nous sur Google News
    """,
    "prompt": """
        Abonnez-vous pour lire la suite
        S'abonner
        Déjà abonné ? Se connecter
        Cet article est réservé aux abonnés.
        Il vous reste 75 % de cet article à lire.
        S'inscrire à la newsletter
        Recevez notre newsletter
        Connectez-vous
        Je crée mon compte
        Activez les notifications
        Téléchargez l'application
        Nous utilisons des cookies pour améliorer votre visite.
        Tout accepter
        La suite après cette publicité
        Publicité
    """,
    "comment": """
        Commentaires
        3 commentaires
        Laisser un commentaire
        Soyez le premier à commenter
        Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
        E-mail *
    """,
    "tag": """
        Tags : sport, Lyon
        Mots-clés : sport
        #sport #Lyon
    """,
    "copyright": """
        Tous droits réservés
        © 2024 La Gazette. Tous droits réservés.
        Copyright © 2024
        Mentions légales | CGU
        Reproduction interdite
    """,
}
REMOVERS = {
    "byline": cleaning.bylines,
    "biography": cleaning.biography,
    "caption": cleaning.captions,
    "navigation": cleaning.navigation,
    "share": cleaning.share_links,
    "prompt": cleaning.prompts,
    "comment": cleaning.comments,
    "tag": cleaning.tags,
    "copyright": cleaning.copyright,
}
LINES = [(kind, line.strip()) for kind, block in BOILERPLATE.items() for line in block.strip().split("\n")]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_boilerplate_goes_and_its_own_function_takes_it(kind, line):
    text = f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{LAST}"
    rest = f"{TITLE}\n\n{FIRST}\n\n{LAST}"
    assert clean(text).rstrip() == rest
    assert REMOVERS[kind](text) == rest
    assert all(function(text) == text for other, function in REMOVERS.items() if other != kind)


@pytest.mark.parametrize(
    "line",
    """
    Partager le gâteau ne suffit pas.
    Partager sur Facebook ses photos n'est pas sans risque.
    Par ailleurs, le ministre a démissionné.
    Par Toutatis, le ciel ne tombera pas.
    Par Jean Moulin, la ville a perdu un préfet.
    Par monts et par vaux
    Publié le 3 mars, le rapport dit le contraire.
    Mis à jour le 4 mars, le bilan est de douze morts.
    Publié hier, l'avis est négatif.
    Commenter l'actualité est un métier.
    Commentaires et rumeurs vont bon train.
    Lire aussi entre les lignes, tel est son métier.
    Lire la suite demande du courage.
    À voir la foule, la fête est réussie.
    À voir Marseille jouer ainsi, on se demande qui peut gagner.
    Abonnez-vous à la salle de sport du quartier, conseille le médecin.
    Connectez-vous à la nature, conseille le maire.
    Inscrivez-vous sur les listes électorales avant vendredi, rappelle la préfecture.
    Recevez mes excuses, a-t-il écrit au maire.
    Rejoignez la côte avant la marée, prévient le patron du port.
    Nous utilisons des tracteurs depuis trente ans, raconte-t-il.
    Accepter la défaite, c'est déjà la comprendre.
    Le symbole © apparaît sur chaque page du livre, note l'éditeur.
    Copyright : l'Europe hésite
    Tous droits réservés : la formule a vécu, estime le juriste.
    Photo après photo, l'enquête avance.
    Crédit : les taux baissent
    Vidéo : la police diffuse les images de la fuite.
    Le président est arrivé à Lyon lundi soir (AFP).
    Source de conflits, l'eau manque dans la vallée.
    Auteur d'un doublé, l'attaquant a été fêté.
    Thème : la nuit, dit l'affiche.
    Tags et graffitis couvrent le mur de l'école.
    Publicité mensongère : la marque condamnée
    Ne manquez rien de la course, qui part à 15 heures.
    Accueil des réfugiés : la ville s'organise
    Bienvenue sur Mars
    Société
    Facebook
    Conclusion
    Marie Curie
    Lundi 26 février
    The Voice revient samedi
    « The show must go on », a-t-il chanté.
    Une personne du parking a vu le camion.
    - Bonjour, dit-il.
    Signaler une erreur de caisse n'est pas un délit.
    Jean Martin est journaliste et il le restera.
    5 minutes ont suffi.
    """.strip().split("\n"),
)
def test_a_sentence_or_heading_that_resembles_boilerplate_stays(line):
    text = f"{TITLE}\n\n{FIRST}\n\n{line.strip()}\n\n{LAST}"
    assert clean(text).rstrip() == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # The name of a section goes above the headline only.
        (f"Politique\n\n{TITLE}\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"{TITLE}\n\n{FIRST}\n\nPolitique\n\n{LAST}", f"{TITLE}\n\n{FIRST}\n\nPolitique\n\n{LAST}"),
        # A weak line goes beside one of its kind only.
        (f"{TITLE}\n\nPublished\n\non\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"{TITLE}\n\nPar\n\nJean Dupont\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"{TITLE}\n\nPartager\n\nFacebook\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"{TITLE}\n\nFacebook\n\nX\n\nWhatsApp\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"{TITLE}\n\nFacebook\n\nX\n\n{FIRST}", f"{TITLE}\n\nFacebook\n\nX\n\n{FIRST}"),
        # A signature goes after the end only, and only when what stands above it ends a sentence.
        (f"{FIRST}\n\nAnne Martin", FIRST),
        (f"{FIRST}\n\nAnne Martin, directrice de la rédaction de La Gazette", FIRST),
        (f"{FIRST}\n\n(avec AFP)", FIRST),
        ("Les élus :\n\nAnne Martin", "Les élus :\n\nAnne Martin"),
        # A line printed twice beside a credit is a caption; a headline printed twice stays once.
        (f"Le port de nuit.\nLe port de nuit.\n2023 Anadolu\n\n{TITLE}\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"{TITLE}\n{TITLE}\n© AFP\n\n{FIRST}", f"{TITLE}\n\n{FIRST}"),
        (f"Encore un tour.\n\nEncore un tour.\n\n{FIRST}", f"Encore un tour.\n\nEncore un tour.\n\n{FIRST}"),
    ],
)
def test_lines_that_depend_on_their_place(before, after):
    assert clean(before).rstrip() == after


FRENCH = "La ville de Lyon a voté le budget de la culture. Le maire a dit que les théâtres en vivront."
ENGLISH = "Anne Martin is a journalist who writes about the theatre and the cinema of the city."


def test_english_after_a_french_article_goes():
    assert clean(f"{FRENCH}\n\n{ENGLISH}\n\nGet the news from our team in the morning") == FRENCH + "\n"
    kinds = [record.kind for record in removed(f"{FRENCH}\n\n{ENGLISH}", FRENCH)]
    assert kinds == ["biography"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FRENCH}\n\n{ENGLISH}\n\n{FRENCH}",
        f"{ENGLISH} It is in the news.\n\n{ENGLISH}",
        f"{FRENCH}\n\n« {ENGLISH} »",
    ],
)
def test_english_elsewhere_stays(text):
    assert clean(text).rstrip() == text


# ------------------------------------------------------------------------------------------------------- cuts

PAGE = "Rubrique du jour\n\nUn titre\n\nEncart\n\nUn texte.\n\nEncart\n\nÀ vous\nde jouer\n"


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        (
            Cut("kicker", line="Rubrique du jour"),
            "Un titre\n\nEncart\n\nUn texte.\n\nEncart\n\nÀ vous\n\nde jouer",
        ),
        (
            Cut("box", line="Encart", nth=2),
            "Rubrique du jour\n\nUn titre\n\nEncart\n\nUn texte.\n\nÀ vous\n\nde jouer",
        ),
        (
            Cut("box", first="À vous", last="jouer"),
            "Rubrique du jour\n\nUn titre\n\nEncart\n\nUn texte.\n\nEncart",
        ),
        (
            Cut("all", first="Rubrique", last="jour"),
            "Un titre\n\nEncart\n\nUn texte.\n\nEncart\n\nÀ vous\n\nde jouer",
        ),
    ],
)
def test_cut(cut, rest):
    assert clean(PAGE, [cut]).rstrip() == rest
    assert {record.kind for record in removed(PAGE, rest, [cut])} == {cut.kind}
    assert {record.kind for record in removed(PAGE, rest)} == {"cut"}


def test_cut_reads_no_break_spaces_and_curly_apostrophes_as_plain():
    assert clean("L’heure\u00a0d’été\n\nUn texte.", [Cut("kicker", line="L'heure d'été")]) == "Un texte.\n"


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (Cut("kicker", line="Rubrique"), "copy it from the raw file"),
        (Cut("box", line="Encart"), "fits lines 5, 9; say which with `nth`"),
        (Cut("box", line="Encart", nth=3), "2 lines of the text"),
        (Cut("box", first="Nulle part", last="jouer"), "begins with `first`"),
        (Cut("box", first="Un titre", last="nulle part"), "ends with `last`"),
    ],
)
def test_a_cut_that_does_not_fit_is_named(cut, words):
    with pytest.raises(cleaning.CleaningError, match=words) as error:
        clean(PAGE, [cut])
    assert cut.kind in str(error.value)


@pytest.mark.parametrize(
    "fields",
    [{}, {"first": "a"}, {"last": "a"}, {"line": "a", "first": "b", "last": "c"}, {"line": "a", "nth": 0}],
)
def test_a_cut_says_one_thing(fields):
    with pytest.raises(cleaning.CleaningError):
        Cut("box", **fields)


def test_removed_refuses_a_text_from_elsewhere():
    with pytest.raises(cleaning.CleaningError, match="not found in this page"):
        removed(PAGE, "Un tout autre texte.")


def test_removed_makes_a_table():
    raw = "Par Anne Martin\n\nUn mot , un autre , un texte.Et &amp; la suite."
    table = pd.DataFrame(removed(raw, clean(raw)))
    assert table[["kind", "line", "before", "after", "count"]].to_dict("records") == [
        {"kind": "byline", "line": 1, "before": "Par Anne Martin", "after": "", "count": 1},
        {"kind": "entity", "line": 3, "before": "&amp;", "after": "&", "count": 1},
        {"kind": "space", "line": 3, "before": " ", "after": "", "count": 2},
        {"kind": "glued", "line": 3, "before": ".", "after": ". ", "count": 1},
    ]
    assert set(asdict(removed(raw, clean(raw))[0])) == set(table.columns)


# ------------------------------------------------------------------------------------- properties of any text

FRAGMENTS = [
    *("&amp;", "&amp;amp;", "&lt;", "&semi;", "&num;", "&nbsp;", "&#42;", "&shy;", "amp;", "&", "&NewLine;"),
    *("**", "*", "***", "_", "__", "#", "## ", "> ", "\\", "\\*", "![", "](http://a)", "[", "]", "(", ")"),
    *(
        "• ",
        "•",
        "■",
        " *",
        ".",
        "...",
        " .",
        " ,",
        ",",
        "…",
        ":",
        ";",
        "?",
        "!",
        "«",
        "»",
        '"',
        "“",
        "”",
        "’",
    ),
    *(
        "Lire aussi : ",
        "Par ",
        "Publié le ",
        "3 mars 2024",
        " à 12h30",
        "Jean Dupont",
        "Facebook",
        "Partager",
    ),
    *(
        "Accueil",
        "Tags : ",
        "© ",
        "AFP",
        "2023 Anadolu",
        "Photo",
        "on",
        "Bienvenue sur la Gazette",
        "Je crée mon compte",
    ),
    *(
        "Commentaires",
        "Copyright © 2024",
        "Politique",
        "A",
        "B",
        "onjour",
        "mot",
        "le",
        "La",
        "de",
        "qui",
        "École",
    ),
    *(
        "U.S.A",
        "M.",
        "exemple.fr",
        "Le ministre a parlé de la réforme",
        "et il a dit oui.",
        "a young man holding a hat",
    ),
    *(
        "The man is in the house with us.",
        "x" * 130,
        "Une phrase qui dit beaucoup. Et une autre ",
        ". . . . . . . .",
    ),
]
BREAKS = ["\n", "\n\n", "\r\n", "\u2028", " ", "\u00a0", "\u202f", "\u200b", "\t", ""]
PAGES = st.one_of(
    st.text(),
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(BREAKS), st.just("\n\n"), st.text(max_size=3)),
        max_size=25,
    ).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(PAGES)
@example("&amp;amp;lt;")
@example("\\\\*a\\*")
@example("Politique\nAccueil\nPolitique\nle")
def test_cleaning_twice_is_cleaning_once(text):
    once = clean(text)
    assert clean(once) == once
    assert "\n\n\n" not in once
    assert once == (once.strip("\n ") + "\n" if once else "")


def read(text: str) -> str:
    """The page with its entities and marks read; more than once, because one may hide another."""
    for _ in range(3):
        text = cleaning.glued(cleaning.spaces(cleaning.markdown(cleaning.entities(text))))
    return text


@settings(max_examples=400, deadline=None)
@given(PAGES)
def test_no_character_is_added_or_moved(text):
    characters = iter(ink(read(text)))
    assert all(character in characters for character in ink(clean(text)))


@settings(max_examples=400, deadline=None)
@given(PAGES)
def test_no_word_is_added(text):
    page_read = read(text)
    assume(not re.search(r"(?m)^[A-ZÉÈÊ]$", page_read))  # a drop cap on its own line, which joins its word
    assert Counter(re.findall(r"\w+", clean(text))) <= Counter(re.findall(r"\w+", page_read))


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_what_was_removed_adds_up(text):
    records = removed(text, clean(text))
    gone = sum(record.count * (len(ink(record.before)) - len(ink(record.after))) for record in records)
    assert len(ink(text)) == len(ink(clean(text))) + gone


@settings(max_examples=200, deadline=None)
@given(PAGES)
@pytest.mark.parametrize("function", [cleaning.entities, cleaning.spaces, cleaning.glued, *REMOVERS.values()])
def test_each_function_is_stable(function, text):
    assert function(function(text)) == function(text)


# ---------------------------------------------------------------------------------------------------- growth

HEAVY = {
    "digits": "1",
    "ampersands": "amp;",
    "entities": "&amp;lt;",
    "half entities": "&semi",
    "stars": "* ",
    "bold": "**a ",
    "backslashes": "\\",
    "quotation marks": "« mot ",
    "brackets": "[a](",
    "images": "![a](b",
    "dots": ". ",
    "spaces before commas": "a , ",
    "glued": "Mot.Mot ",
    "bullets": "•\n",
    "cut sentences": "le mot de\nla ",
    "dates": "Publié le 3 mars 2024 ",
    "byline": "Par Jean ",
    "links": "Lire aussi : Un titre\n",
    "networks": "Facebook\n",
    "credits": "© ",
    "English": "The man is in the house with us.\n",
    "lines": "Publié le 3 mars 2024 Publié le 3 mars 2024 Publié le 3 mars 2024 Publié le 3 mars 2024 x\n",
}


def cost(text: str) -> float:
    def once() -> float:
        start = time.process_time()
        clean(text)
        return time.process_time() - start

    return min(once() for _ in range(2))


@pytest.mark.parametrize("piece", HEAVY.values(), ids=HEAVY.keys())
def test_cost_grows_with_the_length(piece):
    """Four times the text costs about four times; sixteen times would be a rule that goes back over the text."""
    small, large = (cost(piece * (size // len(piece))) for size in (15_000, 60_000))
    assert large < 10 * max(small, 0.01)
