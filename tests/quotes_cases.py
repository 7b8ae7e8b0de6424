"""Invented sentences of French news with their quotations, for test_quotes.

Each case: the text, and (words, mode, speaker) of every quotation in it (D direct, R reported, S scare quotes);
several accepted speakers stand between bars, "" accepts no name. All people and companies are made up.
"""

D, R, S = "direct", "indirect", "scare_quotes"

#: One construction each.
SENTENCES = [
    # A body behind its verb; the body around somebody is not whom a pronoun means.
    (
        "L'usine fermera en juin, a annoncé le gouvernement.",
        [("L'usine fermera en juin", R, "le gouvernement")],
    ),
    (
        "« Le texte est prêt, a annoncé le gouvernement. Il sera voté en juin. »",
        [("Le texte est prêt", D, "le gouvernement"), ("Il sera voté en juin.", D, "le gouvernement")],
    ),
    ("Trois agents sont blessés, précise le parquet.", [("Trois agents sont blessés", R, "le parquet")]),
    ("Le suspect a parlé, ont indiqué ses proches.", [("Le suspect a parlé", R, "ses proches")]),
    ("Il a fermé l'école, salué la police et quitté la commission.", []),
    (
        "Odile Kerbrat est morte, a annoncé sa famille. Elle disait : « Un prix cale une porte. »",
        [("Odile Kerbrat est morte", R, "sa famille"), ("Un prix cale une porte.", D, "Odile Kerbrat")],
    ),
    # Figures do not speak, who publishes them does.
    ("Le taux a reculé, selon les chiffres publiés mardi par l'Ilec.", [("Le taux a reculé", R, "l'Ilec")]),
    ("Selon les données de l'Ilec, le taux recule.", [("le taux recule", R, "les données de l'Ilec")]),
    ("Selon les données du jour, le taux recule.", []),
    # Commas in pairs between a verb and what it governs.
    (
        "La maire, Odile Kerbrat, a salué lundi, sur France Inter, « un signal encourageant ».",
        [("un signal encourageant", D, "Odile Kerbrat")],
    ),
    # Who was named last speaks; a word that nobody in particular says.
    (
        "Luc Morin a reçu Odile Kerbrat. « Nous tiendrons », a promis cette dernière.",
        [("Nous tiendrons", D, "Odile Kerbrat")],
    ),
    (
        "Odile Kerbrat a reçu Luc Morin. « Nous tiendrons », promet celui-ci.",
        [("Nous tiendrons", D, "Luc Morin")],
    ),
    ("Voilà l'époque. On l'appelle « disruption », par politesse.", [("disruption", S, "")]),
    # No comma before the cue; an incise whose subject is a role.
    (
        "« La mer a gagné » a soupiré la maire, Odile Kerbrat, devant la digue.",
        [("La mer a gagné", D, "Odile Kerbrat")],
    ),
    (
        "« Je ne sentais plus mes bras, a soufflé le vainqueur. Il faisait si froid. »",
        [("Je ne sentais plus mes bras", D, "le vainqueur"), ("Il faisait si froid.", D, "le vainqueur")],
    ),
    (
        (
            "« Nous perdons trois semaines par an à remplir des formulaires », s'agace Thierry "
            "Maucourt, éleveur à Grandval."
        ),
        [
            ("Nous perdons trois semaines par an à remplir des formulaires", D, "Thierry Maucourt"),
        ],
    ),
    (
        (
            "Le préfet de la Drôme, Hugues Moutier, a assuré mercredi que « toutes les victimes "
            "avaient été relogées »."
        ),
        [
            ("toutes les victimes avaient été relogées", D, "Hugues Moutier"),
        ],
    ),
    (
        "« Je ne regrette rien », a lâché l'ancien trésorier à la sortie de l'audience.",
        [
            ("Je ne regrette rien", D, "l'ancien trésorier"),
        ],
    ),
    (
        (
            "Interrogée sur RTL, la ministre des Sports, Amélie Castel, a promis « des moyens à la "
            "hauteur ». « Nous n'abandonnerons personne », a-t-elle insisté."
        ),
        [
            ("des moyens à la hauteur", D, "Amélie Castel"),
            ("Nous n'abandonnerons personne", D, "Amélie Castel"),
        ],
    ),
    (
        "« C’était une folie, reconnaît aujourd’hui Marcel Dubreuil. Mais quelle aventure ! »",
        [
            ("C’était une folie", D, "Marcel Dubreuil"),
            ("Mais quelle aventure !", D, "Marcel Dubreuil"),
        ],
    ),
    (
        (
            "Pour Sylvie Lagarde, économiste à l'université de Nantes, « la hausse des taux va finir "
            "par peser sur l'emploi »."
        ),
        [
            ("la hausse des taux va finir par peser sur l'emploi", D, "Sylvie Lagarde"),
        ],
    ),
    (
        "« On avance à l'aveugle », résume un cadre du ministère.",
        [
            ("On avance à l'aveugle", D, "un cadre du ministère"),
        ],
    ),
    (
        (
            "« La situation est grave mais pas désespérée », ont déclaré les deux coprésidents dans "
            "un communiqué commun."
        ),
        [
            ("La situation est grave mais pas désespérée", D, "les deux coprésidents"),
        ],
    ),
    (
        ("Le patron de Solterra, Luca Benassi, ne décolère pas : « On nous a menti pendant six mois. »"),
        [
            ("On nous a menti pendant six mois.", D, "Luca Benassi"),
        ],
    ),
    (
        "Selon l'Insee, la croissance devrait ralentir au deuxième trimestre.",
        [
            ("la croissance devrait ralentir au deuxième trimestre", R, "l'Insee|Insee"),
        ],
    ),
    (
        "La croissance ralentira au printemps, prévoit la Banque de France.",
        [
            ("La croissance ralentira au printemps", R, "la Banque de France|Banque de France"),
        ],
    ),
    (
        "Le club a annoncé que son capitaine serait absent six semaines.",
        [
            ("son capitaine serait absent six semaines", R, "Le club"),
        ],
    ),
    (
        "« Je pars l'esprit tranquille », a confié à L'Équipe le gardien argentin Diego Sorín.",
        [
            ("Je pars l'esprit tranquille", D, "Diego Sorín"),
        ],
    ),
    (
        (
            "« Il faut sauver cette école ! » s'exclame Nadia Berrada. Cette mère de trois enfants "
            "se dit « épuisée »."
        ),
        [
            ("Il faut sauver cette école !", D, "Nadia Berrada"),
            ("épuisée", D, "Cette mère de trois enfants|Nadia Berrada"),
        ],
    ),
    (
        "Le procureur dénonce « une violence inouïe » et « un mépris total de la victime ».",
        [
            ("une violence inouïe", D, "Le procureur"),
            ("un mépris total de la victime", D, "Le procureur"),
        ],
    ),
    (
        "Les experts parlent d'un « effet rebond ».",
        [
            ("effet rebond", D, "Les experts"),
        ],
    ),
    (
        "La salle, baptisée « L'Étincelle », ouvrira en mars.",
        [
            ("L'Étincelle", S, ""),
        ],
    ),
    (
        "Ce « miracle » économique laisse sceptique.",
        [
            ("miracle", S, ""),
        ],
    ),
    (
        "Le projet, souvent présenté comme « vert », inquiète les riverains.",
        [
            ("vert", S, ""),
        ],
    ),
    (
        "“This is a disaster”, a écrit sur X le sénateur américain John Harlow.",
        [
            ("This is a disaster", D, "John Harlow"),
        ],
    ),
    (
        ('"Jamais je ne signerai ce texte", martèle-t-il. Le député Paul Verneuil a quitté l\'hémicycle.'),
        [
            ("Jamais je ne signerai ce texte", D, ""),
        ],
    ),
    (
        (
            "M. Delattre a estimé que la mesure était « injuste ». « Elle pénalise les plus modestes "
            "», a-t-il ajouté."
        ),
        [
            ("injuste", D, "Delattre|M. Delattre"),
            ("Elle pénalise les plus modestes", D, "Delattre|M. Delattre"),
        ],
    ),
    (
        (
            "Claire Fontenay dirige le laboratoire depuis 2011. « Nous manquons de tout », déplore "
            "la chercheuse."
        ),
        [
            ("Nous manquons de tout", D, "Claire Fontenay|la chercheuse"),
        ],
    ),
    (
        "Selon Me Karim Belhadj, avocat de la famille, « rien ne justifie un tel délai ».",
        [
            ("rien ne justifie un tel délai", D, "Karim Belhadj|Me Karim Belhadj"),
        ],
    ),
    (
        "« Une décision courageuse », selon la présidente de l'association, Odile Perrin.",
        [
            ("Une décision courageuse", D, "Odile Perrin"),
        ],
    ),
    (
        "Le syndicat FO-Cheminots dit craindre une grève dure.",
        [
            ("craindre une grève dure", R, "Le syndicat FO-Cheminots|FO-Cheminots"),
        ],
    ),
    (
        "Le ministre nie avoir reçu la moindre consigne.",
        [
            ("avoir reçu la moindre consigne", R, "Le ministre"),
        ],
    ),
    (
        "La mairie affirme, elle, que les travaux seront finis à temps.",
        [
            ("les travaux seront finis à temps", R, "La mairie"),
        ],
    ),
    (
        "Qui est responsable ? « Personne », soupire Jeanne Aubert, la gérante.",
        [
            ("Personne", D, "Jeanne Aubert"),
        ],
    ),
    (
        "— Vous partez déjà ? demanda-t-elle.\n— Je reviens demain, dit-il.",
        [
            ("Vous partez déjà ?", D, ""),
            ("Je reviens demain", D, ""),
        ],
    ),
    (
        "Le chef de l'État a salué « le courage » des sauveteurs.",
        [
            ("le courage", D, "Le chef de l'État"),
        ],
    ),
    (
        "« Le courage, disait Clemenceau, c'est de chercher la vérité. »",
        [
            ("Le courage", D, "Clemenceau"),
            ("c'est de chercher la vérité.", D, "Clemenceau"),
        ],
    ),
    (
        (
            "Contactée, l'entreprise Norvia n'a pas souhaité répondre. « Nous ne commentons pas une "
            "affaire en cours », indique seulement sa porte-parole."
        ),
        [
            ("Nous ne commentons pas une affaire en cours", D, "sa porte-parole"),
        ],
    ),
    (
        "« Ce sera serré », prévient Antoine. « Très serré », renchérit sa sœur Julie.",
        [
            ("Ce sera serré", D, "Antoine"),
            ("Très serré", D, "Julie|sa sœur Julie"),
        ],
    ),
    (
        "La Commission juge le projet « incompatible » avec le droit européen.",
        [
            ("incompatible", D, "La Commission"),
        ],
    ),
    (
        "Une mesure qualifiée de « scandaleuse » par l'opposition.",
        [
            ("scandaleuse", D, "l'opposition"),
        ],
    ),
    (
        'Le Premier ministre, en déplacement à Lille, a répondu : "La réforme ira au bout."',
        [
            ("La réforme ira au bout.", D, "Le Premier ministre"),
        ],
    ),
    (
        "L'écrivaine Salomé Hardy publie « Les Heures pâles » chez Verdier.",
        [
            ("Les Heures pâles", S, ""),
        ],
    ),
    (
        'Son équipe, dit-on, travaille sur un téléviseur de 55" et un autre de 65".',
        [],
    ),
    (
        "L’homme, âgé de 34 ans, a été mis en examen pour « homicide involontaire ».",
        [
            ("homicide involontaire", S, ""),
        ],
    ),
    (
        "« J’ai eu peur », « j’ai crié », racontent les témoins.",
        [
            ("J’ai eu peur", D, "les témoins"),
            ("j’ai crié", D, "les témoins"),
        ],
    ),
    (
        "« C'est fini », a tranché le juge.",
        [
            ("C'est fini", D, "le juge"),
        ],
    ),
    (
        (
            "« Nous ne céderons pas. Ni demain, ni jamais.\n\n« Les usagers nous soutiennent.\n\n« La "
            "balle est dans le camp du gouvernement », a conclu Régis Maurin, délégué CGT."
        ),
        [
            ("Nous ne céderons pas. Ni demain, ni jamais.", D, "Régis Maurin"),
            ("Les usagers nous soutiennent.", D, "Régis Maurin"),
            ("La balle est dans le camp du gouvernement", D, "Régis Maurin"),
        ],
    ),
    (
        (
            "« Je suis fier de cette équipe, a déclaré le sélectionneur Bruno Hamelin. Les joueurs "
            "ont tout donné."
        ),
        [
            ("Je suis fier de cette équipe", D, "Bruno Hamelin"),
        ],
    ),
    (
        (
            "Le maire d'Évreux, Luc Sarrazin, et son adjointe, Mina Cordier, étaient présents. « "
            "Nous irons au bout », a promis cette dernière."
        ),
        [
            ("Nous irons au bout", D, "Mina Cordier"),
        ],
    ),
    (
        "« Nous avons besoin de visibilité », plaide-t-on chez Aérolis.",
        [
            ("Nous avons besoin de visibilité", D, "Aérolis|"),
        ],
    ),
    (
        "Elon Musk a rétorqué que l'accord n'était « pas négociable ».",
        [
            ("pas négociable", D, "Elon Musk"),
        ],
    ),
    (
        "À en croire ses proches, il « n'a pas dormi depuis trois jours ».",
        [
            ("n'a pas dormi depuis trois jours", D, "ses proches"),
        ],
    ),
    (
        "« Le texte sera voté avant l'été », a fait savoir l'entourage de la ministre.",
        [
            ("Le texte sera voté avant l'été", D, "l'entourage de la ministre"),
        ],
    ),
    (
        "« Tout le monde peut gagner », veut croire Inès Rol, 23 ans, numéro deux mondiale.",
        [
            ("Tout le monde peut gagner", D, "Inès Rol"),
        ],
    ),
    (
        "Marc Villedieu se souvient : « Il neigeait ce jour-là. »",
        [
            ("Il neigeait ce jour-là.", D, "Marc Villedieu"),
        ],
    ),
    (
        "Le rapport pointe « de graves défaillances » dans la gestion du site.",
        [
            ("de graves défaillances", D, "Le rapport"),
        ],
    ),
    (
        ("« Mon objectif est clair : gagner », assure la skieuse Léna Fabre, interrogée par Le Dauphiné."),
        [
            ("Mon objectif est clair : gagner", D, "Léna Fabre"),
        ],
    ),
    (
        "« Nous sommes soulagés », a réagi le couple, ému, devant la presse.",
        [
            ("Nous sommes soulagés", D, "le couple"),
        ],
    ),
    (
        "Le groupe Vialto a démenti « toute négociation » avec son concurrent.",
        [
            ("toute négociation", D, "Vialto|Le groupe Vialto"),
        ],
    ),
    (
        "« Je n'ai jamais vu ça », glisse un agent de police sous couvert d'anonymat.",
        [
            ("Je n'ai jamais vu ça", D, "un agent de police"),
        ],
    ),
    (
        "Emma Rousset, directrice de l'agence, s'inquiète d'une \"perte de contrôle\".",
        [
            ("perte de contrôle", D, "Emma Rousset"),
        ],
    ),
    (
        ("Le constructeur allemand Brandt a précisé qu'il « respecterait ses engagements », selon l'AFP."),
        [
            ("respecterait ses engagements", D, "Brandt|Le constructeur allemand Brandt"),
        ],
    ),
    (
        "La juge a relevé que le prévenu « n'avait exprimé aucun regret ».",
        [
            ("n'avait exprimé aucun regret", D, "La juge"),
        ],
    ),
    (
        "« C'est une première étape », se réjouit Fatou Diallo, qui préside le collectif.",
        [
            ("C'est une première étape", D, "Fatou Diallo"),
        ],
    ),
    (
        "Hélène Garcin : « La confiance est rompue »",
        [
            ("La confiance est rompue", D, "Hélène Garcin"),
        ],
    ),
    (
        "« Il n’y a pas de fatalité », veut-il croire.",
        [
            ("Il n’y a pas de fatalité", D, ""),
        ],
    ),
    (
        "Le ministère de l'Intérieur évoque « 12 000 manifestants », les syndicats « 40 000 ».",
        [
            ("12 000 manifestants", D, "Le ministère de l'Intérieur"),
        ],
    ),
    (
        (
            "Didier Maroux, le président du club, et l'entraîneur se sont expliqués. « On repart de "
            "zéro », dit le premier."
        ),
        [
            ("On repart de zéro", D, "le premier|Didier Maroux"),
        ],
    ),
    (
        (
            "Dans une lettre adressée aux salariés, Bénédicte Auvray, la directrice générale, écrit "
            "que « l'année sera difficile » et que « des efforts seront demandés à tous »."
        ),
        [
            ("l'année sera difficile", D, "Bénédicte Auvray"),
            ("des efforts seront demandés à tous", D, "Bénédicte Auvray"),
        ],
    ),
    (
        "« Ça ne s'arrêtera pas là », tempête au téléphone Gilles Ferrand.",
        [
            ("Ça ne s'arrêtera pas là", D, "Gilles Ferrand"),
        ],
    ),
    (
        (
            "« Le match était fou. À la fin, on n'entendait plus rien », a savouré après la "
            "rencontre l'ailier Noah Keïta."
        ),
        [
            ("Le match était fou. À la fin, on n'entendait plus rien", D, "Noah Keïta"),
        ],
    ),
    (
        "Les chercheurs ont montré que les abeilles dorment.",
        [],
    ),
    (
        "L'article 5 de la loi dite « Climat » prévoit une amende.",
        [
            ("Climat", S, ""),
        ],
    ),
    (
        "Anna Lindqvist a grandi à Malmö. Elle raconte avoir « tout appris dans la rue ».",
        [
            ("tout appris dans la rue", D, "Anna Lindqvist"),
        ],
    ),
    (
        "Le mot « crise » est sur toutes les lèvres.",
        [
            ("crise", S, ""),
        ],
    ),
    (
        ("« Nous avons été prévenus trop tard », regrettent en chœur les riverains de la rue Pasteur."),
        [
            ("Nous avons été prévenus trop tard", D, "les riverains de la rue Pasteur"),
        ],
    ),
    (
        "Selon une source proche du dossier, la vente serait bouclée d'ici à vendredi.",
        [
            ("la vente serait bouclée d'ici à vendredi", R, "une source proche du dossier"),
        ],
    ),
    (
        "Il s'agit, selon elle, d'un « pas décisif ». ",
        [
            ("pas décisif", D, ""),
        ],
    ),
    (
        "Le conseil d'administration a approuvé l'offre, jugée « généreuse » par les analystes.",
        [
            ("généreuse", D, "les analystes"),
        ],
    ),
    (
        ("« Ce n'est qu'un début », jure Samuel Ortiz. Et d'ajouter : « Nous reviendrons plus nombreux. »"),
        [
            ("Ce n'est qu'un début", D, "Samuel Ortiz"),
            ("Nous reviendrons plus nombreux.", D, "Samuel Ortiz"),
        ],
    ),
    (
        "« Je voulais comprendre », explique l'autrice de « Nos silences ».",
        [
            ("Je voulais comprendre", D, "l'autrice de « Nos silences »|l'autrice"),
            ("Nos silences", S, ""),
        ],
    ),
    (
        "La ministre a reçu les syndicats. Elle leur a assuré qu'aucun poste ne serait supprimé.",
        [
            ("aucun poste ne serait supprimé", R, "La ministre"),
        ],
    ),
    (
        "Les avocats demandent « une expertise indépendante ».",
        [
            ("une expertise indépendante", D, "Les avocats"),
        ],
    ),
    (
        (
            "Les pompiers ont lutté toute la nuit. « Le vent tournait sans cesse », explique leur "
            "commandant, Yann Le Goff. « On a eu chaud. »"
        ),
        [
            ("Le vent tournait sans cesse", D, "Yann Le Goff"),
            ("On a eu chaud.", D, "Yann Le Goff"),
        ],
    ),
]

#: A few sentences each: pronouns, several speakers, marked words beside speech.
PASSAGES = [
    (
        (
            "Le tribunal administratif a suspendu lundi l’arrêté municipal. « C’est une victoire "
            "pour les locataires », s’est félicité Ludovic Harel, président de l’association Un toit "
            "pour chacun. « Mais le combat n’est pas terminé », prévient-il.\n\nLa municipalité, de "
            "son côté, « prend acte » de la décision. « Nous étudions un éventuel recours », "
            "précise-t-on à l’hôtel de ville. Interrogé par nos soins, le premier adjoint, Étienne "
            "Royer, se veut serein : « Le droit est de notre côté. »"
        ),
        [
            ("C’est une victoire pour les locataires", D, "Ludovic Harel"),
            ("Mais le combat n’est pas terminé", D, "Ludovic Harel"),
            ("prend acte", D, "La municipalité"),
            ("Nous étudions un éventuel recours", D, "l’hôtel de ville|"),
            ("Le droit est de notre côté.", D, "Étienne Royer"),
        ],
    ),
    (
        (
            "Battue en quarts de finale, la Rennaise Maëlys Kerjean n'a pas caché sa déception. "
            "\"J'ai raté mon entame, a-t-elle analysé en zone mixte. Contre une fille comme ça, tu le "
            'paies cash." Son coach, Patrick Oulès, préférait retenir le positif. "Il y a un an, '
            "elle n'était même pas classée\", rappelait-il."
        ),
        [
            ("J'ai raté mon entame", D, "Maëlys Kerjean"),
            ("Contre une fille comme ça, tu le paies cash.", D, "Maëlys Kerjean"),
            ("Il y a un an, elle n'était même pas classée", D, "Patrick Oulès"),
        ],
    ),
    (
        (
            "“Nous avons franchi un cap”, assure Anika Verhoeven, la patronne de Bluewave. La "
            "société belge, spécialiste du « deep sea », vise 100 millions d’euros de ventes. Son "
            "directeur financier, Wim Claes, reconnaît que « la marche est haute ». Les analystes "
            "d’Orium Bank, eux, jugent l’objectif “réaliste”."
        ),
        [
            ("Nous avons franchi un cap", D, "Anika Verhoeven"),
            ("deep sea", S, ""),
            ("la marche est haute", D, "Wim Claes"),
            ("réaliste", D, "Les analystes d’Orium Bank"),
        ],
    ),
    (
        (
            "La sénatrice écologiste Jeanne Mallet a interpellé le gouvernement mardi. Selon l'élue, "
            "le décret « vide la loi de sa substance ». Le ministre de la Transition énergétique, "
            "Victor Alban, lui a répondu que le texte serait « ajusté si nécessaire »."
        ),
        [
            ("vide la loi de sa substance", D, "Jeanne Mallet"),
            ("ajusté si nécessaire", D, "Victor Alban"),
        ],
    ),
    (
        (
            "À la barre, Gérard Nallet, 62 ans, a nié les faits. « Je n'étais même pas dans la "
            "région », a répété l'accusé. L'avocate générale a requis douze ans de réclusion, "
            "évoquant « un dossier accablant ». Le verdict est attendu vendredi."
        ),
        [
            ("Je n'étais même pas dans la région", D, "Gérard Nallet|l'accusé"),
            ("un dossier accablant", D, "L'avocate générale"),
        ],
    ),
    (
        (
            "Dans son rapport, la Cour des comptes étrille une gestion « erratique ». Elle déplore "
            "aussi que les recommandations de 2019 soient « restées lettre morte ». Le ministère "
            "assure avoir pris la mesure du problème."
        ),
        [
            ("erratique", D, "la Cour des comptes"),
            ("restées lettre morte", D, "la Cour des comptes"),
            ("avoir pris la mesure du problème", R, "Le ministère"),
        ],
    ),
    (
        (
            "« Quand j’ai vu la fumée, j’ai pensé à mes chevaux », raconte Lucien Barbier, 71 ans, "
            "encore sous le choc. Sa voisine, Mme Teissier, a tout perdu. « La maison, les photos, "
            "tout », énumère-t-elle."
        ),
        [
            ("Quand j’ai vu la fumée, j’ai pensé à mes chevaux", D, "Lucien Barbier"),
            ("La maison, les photos, tout", D, "Teissier|Mme Teissier"),
        ],
    ),
    (
        (
            "Le physicien Étienne Carrel nuance : « Ce n'est pas une preuve, c'est un indice. » Pour "
            "sa collègue Ana Ribeiro, « il faudra refaire la mesure avec un autre instrument ». "
            "L'étude, publiée dans la revue « Orbites », a déjà été citée quarante fois."
        ),
        [
            ("Ce n'est pas une preuve, c'est un indice.", D, "Étienne Carrel"),
            ("il faudra refaire la mesure avec un autre instrument", D, "Ana Ribeiro"),
            ("Orbites", S, ""),
        ],
    ),
    (
        (
            "Le président américain a menacé jeudi d'imposer des droits de douane de 25 %. « Ils "
            "profitent de nous depuis des années », a-t-il lancé depuis le Bureau ovale. À "
            "Bruxelles, on se dit « prêt à répondre »."
        ),
        [
            ("Ils profitent de nous depuis des années", D, "Le président américain"),
            ("prêt à répondre", D, "on|À Bruxelles|Bruxelles|"),
        ],
    ),
    (
        (
            "Un habitant de l'immeuble, qui souhaite rester anonyme, parle d'une « scène de guerre "
            "». « On entendait les cris depuis la rue », confirme Sofiane, livreur. Les secours, "
            "arrivés « en moins de dix minutes » selon la préfecture, ont évacué onze personnes."
        ),
        [
            ("scène de guerre", D, "Un habitant de l'immeuble"),
            ("On entendait les cris depuis la rue", D, "Sofiane"),
            ("en moins de dix minutes", D, "la préfecture"),
        ],
    ),
    (
        (
            "L'actrice Nour Haddad tourne en ce moment avec Paul Ferrer. « C'est un cinéaste qui "
            "écoute », dit-elle de lui. Leur film, « Marée basse », sortira en mai. « J'ai accepté "
            "sans lire le scénario », avoue la comédienne."
        ),
        [
            ("C'est un cinéaste qui écoute", D, "Nour Haddad"),
            ("Marée basse", S, ""),
            ("J'ai accepté sans lire le scénario", D, "Nour Haddad|la comédienne"),
        ],
    ),
    (
        (
            '"Le marché va se retourner", avertit Sven Holm, stratégiste chez Nordbank, pour qui '
            '"les valorisations n\'ont plus de sens". D\'autres sont moins inquiets. "Tant que '
            "l'emploi tient, la consommation suivra\", tempère ainsi Delphine Roche (Banque Alma)."
        ),
        [
            ("Le marché va se retourner", D, "Sven Holm"),
            ("les valorisations n'ont plus de sens", D, "Sven Holm"),
            ("Tant que l'emploi tient, la consommation suivra", D, "Delphine Roche"),
        ],
    ),
    (
        (
            "Invité de France Inter, le leader du Parti des communs, Simon Vadier, a dénoncé une « "
            "politique du chiffre ». Et de poursuivre : « On ferme des lits pendant qu'on ouvre des "
            "commissions. » La majorité a aussitôt réagi. « M. Vadier ment », a écrit sur X la "
            "députée Carole Pinson."
        ),
        [
            ("politique du chiffre", D, "Simon Vadier"),
            ("On ferme des lits pendant qu'on ouvre des commissions.", D, "Simon Vadier"),
            ("M. Vadier ment", D, "Carole Pinson"),
        ],
    ),
    (
        (
            "« Le train ? Je ne le prends plus », lâche Mathilde, 29 ans. Comme elle, beaucoup "
            "d'usagers « en ont assez ». La SNCF promet un « retour à la normale » avant l'été et "
            "assure que les retards ont baissé d'un quart."
        ),
        [
            ("Le train ? Je ne le prends plus", D, "Mathilde"),
            ("en ont assez", D, "beaucoup d'usagers"),
            ("retour à la normale", D, "La SNCF"),
            ("les retards ont baissé d'un quart", R, "La SNCF"),
        ],
    ),
    (
        (
            "Faut-il interdire les écrans à l'école ? « Non », répond sans hésiter la pédopsychiatre "
            "Agathe Simonet. « Il faut apprendre à s'en servir. » Le ministre, lui, a déjà tranché : "
            "les téléphones resteront dans les casiers."
        ),
        [
            ("Non", D, "Agathe Simonet"),
            ("Il faut apprendre à s'en servir.", D, "Agathe Simonet"),
        ],
    ),
    (
        (
            "D'après Reuters, le groupe discuterait avec trois acquéreurs. « Nous ne commentons pas "
            "les rumeurs », a répondu un porte-parole de Valmont Énergie. Le titre perdait 4 % à la "
            "mi-journée, victime, selon un courtier parisien, d'un « vent de panique »."
        ),
        [
            ("le groupe discuterait avec trois acquéreurs", R, "Reuters"),
            ("Nous ne commentons pas les rumeurs", D, "un porte-parole de Valmont Énergie"),
            ("vent de panique", D, "un courtier parisien"),
        ],
    ),
    (
        (
            "Sous le titre « Halte au béton », le collectif a recueilli 8 000 signatures. « On ne "
            "veut pas d'un deuxième périphérique », martèlent ses membres. La préfète Florence "
            "Abeille, qui avait jugé le projet « indispensable », a demandé une nouvelle étude."
        ),
        [
            ("Halte au béton", S, ""),
            ("On ne veut pas d'un deuxième périphérique", D, "ses membres"),
            ("indispensable", D, "Florence Abeille"),
        ],
    ),
    (
        (
            "« Nous sommes dans une situation inédite, explique le directeur de l'hôpital, Marc "
            "Thibaudeau : trente lits fermés, deux services à l'arrêt. » Les syndicats réclament, "
            "eux, « un plan d'urgence »."
        ),
        [
            ("Nous sommes dans une situation inédite", D, "Marc Thibaudeau"),
            ("trente lits fermés, deux services à l'arrêt.", D, "Marc Thibaudeau"),
            ("un plan d'urgence", D, "Les syndicats|syndicats"),
        ],
    ),
    (
        (
            "Ali Mansour, cofondateur de Datalune, l'admet : l'entreprise « brûle du cash ». « Mais "
            "c'est le prix de la croissance », justifie l'entrepreneur, qui table sur l'équilibre en "
            "2026."
        ),
        [
            ("brûle du cash", D, "Ali Mansour"),
            ("Mais c'est le prix de la croissance", D, "Ali Mansour|l'entrepreneur"),
        ],
    ),
    (
        (
            "La chancelière a de nouveau exclu tout retour en arrière. « La porte est fermée », "
            "a-t-elle martelé devant le Bundestag, avant de lancer à l'opposition : « Vous jouez "
            "avec le feu. »"
        ),
        [
            ("La porte est fermée", D, "La chancelière"),
            ("Vous jouez avec le feu.", D, "La chancelière"),
        ],
    ),
    (
        (
            "Joint par téléphone, Théodore Blin se défend de toute pression : « J'ai fait mon "
            "travail, rien de plus. » L'ancien juge d'instruction « assume » ses choix, et renvoie "
            "la balle au parquet."
        ),
        [
            ("J'ai fait mon travail, rien de plus.", D, "Théodore Blin"),
            ("assume", D, "Théodore Blin|L'ancien juge d'instruction"),
        ],
    ),
    (
        (
            'Le biathlète norvégien Lars Ødegaard, deuxième à 3,2 secondes, était beau joueur : "Il '
            'était plus fort aujourd\'hui." Le Français, lui, savourait. "Je ne réalise pas encore", '
            "soufflait-il, les larmes aux yeux."
        ),
        [
            ("Il était plus fort aujourd'hui.", D, "Lars Ødegaard"),
            ("Je ne réalise pas encore", D, "Le Français"),
        ],
    ),
    (
        (
            "La note interne, que nous avons pu consulter, recommande de « limiter les embauches ». "
            "« Il n'y a pas de plan social », insiste toutefois la DRH, Coralie Maës."
        ),
        [
            ("limiter les embauches", D, "La note interne"),
            ("Il n'y a pas de plan social", D, "Coralie Maës"),
        ],
    ),
    (
        (
            "Les deux frères ont grandi ici. « On connaît chaque pierre », sourit Tom, l'aîné. « Et "
            "chaque voisin ! » ajoute Hugo."
        ),
        [
            ("On connaît chaque pierre", D, "Tom"),
            ("Et chaque voisin !", D, "Hugo"),
        ],
    ),
    (
        (
            "Après l'échec de la fusée Tarsis-3, l'agence spatiale a ouvert une enquête. « Le moteur "
            "s'est éteint 40 secondes trop tôt », a indiqué sa directrice générale, Birgit Sommer, "
            "lors d'un point presse. Elle a exclu un sabotage et a dit espérer un nouvel essai « "
            "avant décembre »."
        ),
        [
            ("Le moteur s'est éteint 40 secondes trop tôt", D, "Birgit Sommer"),
            ("avant décembre", D, "Birgit Sommer"),
        ],
    ),
    (
        (
            "Trois questions à Myriam Castelnau, historienne. « Pourquoi ce livre ? » « Parce que "
            "les archives venaient d'ouvrir. » L'ouvrage, sobrement intitulé « 1943 », paraît jeudi."
        ),
        [
            ("Pourquoi ce livre ?", D, ""),
            ("Parce que les archives venaient d'ouvrir.", D, ""),
        ],
    ),
    (
        (
            "Le gouvernement veut « aller vite ». Le porte-parole de l'exécutif a confirmé mercredi "
            "que le texte serait présenté en février, sans exclure un recours aux ordonnances. Une « "
            "provocation » pour la gauche, qui appelle à manifester."
        ),
        [
            ("aller vite", D, "Le gouvernement"),
            ("le texte serait présenté en février", R, "Le porte-parole de l'exécutif"),
            ("provocation", D, "la gauche"),
        ],
    ),
    (
        (
            "« Aucune piste n'est écartée », a souligné le procureur de Bayonne, Jérôme Sallenave, "
            "vendredi en fin d'après-midi. Selon lui, l'engin explosif était « artisanal »."
        ),
        [
            ("Aucune piste n'est écartée", D, "Jérôme Sallenave"),
            ("artisanal", D, "Jérôme Sallenave"),
        ],
    ),
    (
        (
            "Le tribunal de commerce de Lille a placé jeudi Textilor en redressement judiciaire. « "
            "C’est un coup de massue pour les 430 salariés », réagit Brigitte Desmarets, secrétaire "
            "du CSE. La direction, qui évoquait encore en novembre une situation « sous contrôle », "
            "n’a pas donné suite à nos sollicitations. Un repreneur chinois se serait manifesté, "
            "croit savoir « La Voix de l’Artois »."
        ),
        [
            ("C’est un coup de massue pour les 430 salariés", D, "Brigitte Desmarets"),
            ("sous contrôle", D, "La direction"),
            ("La Voix de l’Artois", S, ""),
            ("Un repreneur chinois se serait manifesté", R, ""),
        ],
    ),
    (
        (
            "« Mon fils n’avait rien à faire là-bas », répète inlassablement la mère de Kylian, 16 "
            "ans. À ses côtés, son avocat, Me Franck Delage, demande la désignation d’un juge "
            "d’instruction. « Nous voulons la vérité, rien que la vérité », dit-il, la voix grave."
        ),
        [
            ("Mon fils n’avait rien à faire là-bas", D, "la mère de Kylian"),
            ("Nous voulons la vérité, rien que la vérité", D, "Franck Delage"),
        ],
    ),
    (
        (
            "Le patron des députés centristes, Hervé Castagnet, a fustigé vendredi « l'amateurisme » "
            "de l'exécutif. « À force de tout promettre, on ne tient plus rien », a-t-il pesté au "
            "micro d'Europe 1, appelant le chef du gouvernement à « changer de méthode »."
        ),
        [
            ("l'amateurisme", D, "Hervé Castagnet"),
            ("À force de tout promettre, on ne tient plus rien", D, "Hervé Castagnet"),
            ("changer de méthode", D, "Hervé Castagnet"),
        ],
    ),
    (
        (
            "L'inflation a encore reculé en janvier, à 3,1 %. \"C'est une bonne surprise\", commente "
            'Isabelle Mauriac, cheffe économiste chez Ostrea. "Mais attention à l\'effet de base", '
            "nuance-t-elle aussitôt. De son côté, le ministre de l'Économie a assuré que le pouvoir "
            "d'achat progresserait « dès le printemps »."
        ),
        [
            ("C'est une bonne surprise", D, "Isabelle Mauriac"),
            ("Mais attention à l'effet de base", D, "Isabelle Mauriac"),
            ("dès le printemps", D, "le ministre de l'Économie"),
        ],
    ),
    (
        (
            "Handball. Les Nîmoises ont souffert, mais elles sont en demi-finale. « On savait que ce "
            "serait un combat », a souligné la capitaine, Océane Duval. « On ne pense pas encore à "
            "la finale », a ajouté sa coéquipière Ivana Petrović, auteure de neuf buts. L'entraîneur "
            "islandais Gunnar Eriksson a, lui, loué « un groupe incroyable »."
        ),
        [
            ("On savait que ce serait un combat", D, "Océane Duval"),
            ("On ne pense pas encore à la finale", D, "Ivana Petrović"),
            ("un groupe incroyable", D, "Gunnar Eriksson"),
        ],
    ),
    (
        (
            "Comment expliquer un tel retard ? « Tout simplement par le manque de financements », "
            "répond Cyril Aumont, qui coordonne le projet au CNRS. Selon ce spécialiste des "
            "glaciers, « il faudrait tripler le nombre de stations ». Une équipe suisse a pris le "
            "relais, sans que l'on sache si les données seront partagées."
        ),
        [
            ("Tout simplement par le manque de financements", D, "Cyril Aumont"),
            ("il faudrait tripler le nombre de stations", D, "Cyril Aumont|ce spécialiste des glaciers"),
        ],
    ),
    (
        (
            "La metteuse en scène Rachel Toubiana n'aime pas le mot « engagé ». « Tout théâtre est "
            "politique, dit-elle, même celui qui prétend ne pas l'être. » Sa nouvelle pièce, « Les "
            "Absents », se joue à guichets fermés. Le public ? « Des lycéens, beaucoup. Et leurs "
            "grands-parents. »"
        ),
        [
            ("engagé", S, ""),
            ("Tout théâtre est politique", D, "Rachel Toubiana"),
            ("même celui qui prétend ne pas l'être.", D, "Rachel Toubiana"),
            ("Les Absents", S, ""),
            ("Des lycéens, beaucoup. Et leurs grands-parents.", D, "Rachel Toubiana"),
        ],
    ),
    (
        (
            "Un automobiliste de 43 ans a été placé en garde à vue. Il a reconnu avoir consommé de "
            "l'alcool. « Je ne l'ai pas vue », a-t-il répété aux enquêteurs. La victime, une "
            "étudiante, souffre de fractures « multiples », indique le parquet d'Angers."
        ),
        [
            ("avoir consommé de l'alcool", R, "Un automobiliste de 43 ans"),
            ("Je ne l'ai pas vue", D, "Un automobiliste de 43 ans"),
            ("multiples", D, "le parquet d'Angers"),
        ],
    ),
    (
        (
            "Le PDG d'Hexa Robotics, Jonas Lindgren, se montre confiant. « La demande est là, "
            "affirme-t-il. Ce qui manque, ce sont les bras. » Même son de cloche chez son concurrent "
            "Mecanor, où l'on « recrute à tour de bras ». Pour le syndicat patronal, « le "
            "plein-emploi est à portée de main »."
        ),
        [
            ("La demande est là", D, "Jonas Lindgren"),
            ("Ce qui manque, ce sont les bras.", D, "Jonas Lindgren"),
            ("recrute à tour de bras", S, ""),
            ("le plein-emploi est à portée de main", D, "le syndicat patronal"),
        ],
    ),
    (
        (
            "Le pape a appelé dimanche à « faire taire les armes ». « La guerre est toujours une "
            "défaite », a-t-il lancé depuis le balcon de la basilique, devant 30 000 fidèles."
        ),
        [
            ("faire taire les armes", D, "Le pape"),
            ("La guerre est toujours une défaite", D, "Le pape"),
        ],
    ),
    (
        (
            "“Il va falloir choisir entre l’eau et le maïs”, prévient Bernard Lacombe, maraîcher bio "
            "dans le Gers. Un avis que ne partage pas le président de la chambre d’agriculture, "
            "Alain Soubiran : “Sans irrigation, il n’y a plus de souveraineté alimentaire.” La "
            "préfecture doit trancher d’ici à mars."
        ),
        [
            ("Il va falloir choisir entre l’eau et le maïs", D, "Bernard Lacombe"),
            ("Sans irrigation, il n’y a plus de souveraineté alimentaire.", D, "Alain Soubiran"),
        ],
    ),
    (
        (
            "Le Conseil d'État a estimé mercredi que la mesure portait « une atteinte "
            "disproportionnée » à la liberté de manifester. « Une claque pour le préfet », jubile "
            "l'avocate des requérants, Leïla Amrani. La place Beauvau « prend acte » de cette "
            "décision."
        ),
        [
            ("une atteinte disproportionnée", D, "Le Conseil d'État"),
            ("Une claque pour le préfet", D, "Leïla Amrani"),
            ("prend acte", D, "La place Beauvau"),
        ],
    ),
    (
        (
            "Dans son dernier essai, le philosophe Tanguy Morvan plaide pour une « sobriété heureuse "
            "». Il y écrit notamment : « Nous avons confondu vitesse et mouvement. » Ses détracteurs "
            "lui reprochent un ton professoral."
        ),
        [
            ("sobriété heureuse", D, "Tanguy Morvan"),
            ("Nous avons confondu vitesse et mouvement.", D, "Tanguy Morvan"),
            ("un ton professoral", R, "Ses détracteurs"),
        ],
    ),
    (
        (
            "Sur les réseaux sociaux, les messages affluent. « Courage à vous tous », écrit une "
            "internaute. « Honte à la direction ! », s'emporte un autre. L'usine, surnommée « la "
            "Grande Dame », employait 1 200 personnes à son apogée."
        ),
        [
            ("Courage à vous tous", D, "une internaute"),
            ("Honte à la direction !", D, "un autre"),
            ("la Grande Dame", S, ""),
        ],
    ),
    (
        (
            "La championne paralympique Clémence Ortega mettra un terme à sa carrière cet été. « Mon "
            "corps dit stop », a-t-elle annoncé sur Instagram. La Lyonnaise de 33 ans, triple "
            "médaillée d'or, se consacrera à son association. « Je veux rendre ce qu'on m'a donné. »"
        ),
        [
            ("Mon corps dit stop", D, "Clémence Ortega"),
            ("Je veux rendre ce qu'on m'a donné.", D, "Clémence Ortega|La Lyonnaise"),
        ],
    ),
    (
        (
            "Interrogé sur l'hypothèse d'une dissolution, le président de la République a botté en "
            "touche : « Je ne commente pas la météo. » Dans son entourage, on jure que « rien n'est "
            "décidé ». « Il garde toutes les cartes en main », décrypte un conseiller."
        ),
        [
            ("Je ne commente pas la météo.", D, "le président de la République"),
            ("rien n'est décidé", D, "|son entourage"),
            ("Il garde toutes les cartes en main", D, "un conseiller"),
        ],
    ),
    (
        (
            "Le navire, le « Belle-Étoile », s'est échoué dans la nuit. « Nous avons entendu un "
            "énorme craquement », témoigne Gwenaël, marin-pêcheur à Concarneau. Aucune pollution n'a "
            "été constatée, selon la préfecture maritime."
        ),
        [
            ("Belle-Étoile", S, ""),
            ("Nous avons entendu un énorme craquement", D, "Gwenaël"),
            ("Aucune pollution n'a été constatée", R, "la préfecture maritime"),
        ],
    ),
    (
        (
            "Le fabricant de batteries Voltaris supprimera 900 postes. Son directeur général a "
            "justifié ce choix par « la chute brutale des commandes ». Pour la CFDT, « c'est la "
            "double peine ». Le gouvernement, qui avait accordé 60 millions d'euros d'aides, dit « "
            "suivre le dossier de très près »."
        ),
        [
            ("la chute brutale des commandes", D, "Son directeur général"),
            ("c'est la double peine", D, "la CFDT|CFDT"),
            ("suivre le dossier de très près", D, "Le gouvernement"),
        ],
    ),
    (
        (
            "Agathe Lemoine, cheffe de projet, résume l'état d'esprit : \"On est passés de la colère "
            'à la résignation." "Moi, j\'ai déjà envoyé trente CV", confie son collègue Driss.'
        ),
        [
            ("On est passés de la colère à la résignation.", D, "Agathe Lemoine"),
            ("Moi, j'ai déjà envoyé trente CV", D, "Driss"),
        ],
    ),
    (
        (
            "« C'est oui ! » La réponse du maire, Jean-Yves Pouliquen, a été accueillie par des "
            "applaudissements. L'élu précise toutefois que le chantier « ne démarrera pas avant 2026 "
            "»."
        ),
        [
            ("C'est oui !", D, "|Jean-Yves Pouliquen"),
            ("ne démarrera pas avant 2026", D, "Jean-Yves Pouliquen|L'élu"),
        ],
    ),
    (
        (
            "La chaîne de magasins Maison Verel va fermer quinze points de vente. « Nous n’avons "
            "plus le choix », a indiqué mardi sa présidente, Corinne Abadie, dans un courrier aux "
            "salariés consulté par l’AFP. Les représentants du personnel ont claqué la porte de la "
            "réunion. « On se moque de nous », tonne l’un d’eux."
        ),
        [
            ("Nous n’avons plus le choix", D, "Corinne Abadie"),
            ("On se moque de nous", D, "l’un d’eux"),
        ],
    ),
    (
        (
            "Le glaciologue Werner Haas l'avait prédit dès 2006. « Personne ne voulait l'entendre », "
            "se souvient-il dans son bureau d'Innsbruck. Aujourd'hui, ses modèles font référence, et "
            "le chercheur autrichien avoue une pointe d'amertume : « J'aurais préféré avoir tort. »"
        ),
        [
            ("Personne ne voulait l'entendre", D, "Werner Haas"),
            ("J'aurais préféré avoir tort.", D, "Werner Haas|le chercheur autrichien"),
        ],
    ),
    (
        (
            "Devant la cour d'assises, l'accusé a fini par craquer. « Oui, c'est moi », a-t-il "
            "soufflé, tête basse. « Enfin ! » s'est écriée la sœur de la victime. La présidente, Mme "
            "Lantier, a dû suspendre l'audience."
        ),
        [
            ("Oui, c'est moi", D, "l'accusé"),
            ("Enfin !", D, "la sœur de la victime"),
        ],
    ),
    (
        (
            "Le nouveau sélectionneur a livré sa première liste. Parmi les surprises, le Lensois "
            'Mathis Okoye. "Il a ce grain de folie qui nous manquait", a justifié Didier Sarlat. '
            "L'intéressé n'en revenait pas : \"J'ai cru à une blague de mon frère.\""
        ),
        [
            ("Il a ce grain de folie qui nous manquait", D, "Didier Sarlat"),
            ("J'ai cru à une blague de mon frère.", D, "L'intéressé|Mathis Okoye"),
        ],
    ),
    (
        (
            "L’Union européenne va taxer les panneaux solaires importés. « Nous ne sommes pas naïfs "
            "», a averti la commissaire au Commerce, Ingrid Solberg. Pékin a dénoncé un « "
            "protectionnisme déguisé » et promis des « contre-mesures »."
        ),
        [
            ("Nous ne sommes pas naïfs", D, "Ingrid Solberg"),
            ("protectionnisme déguisé", D, "Pékin"),
            ("contre-mesures", D, "Pékin"),
        ],
    ),
    (
        (
            "La romancière Alma Steiner refuse l'étiquette d'autrice « engagée ». « J'écris des "
            "histoires, pas des tracts », balaie-t-elle. Son éditeur, ravi, y voit « le signe d'une "
            "grande liberté »."
        ),
        [
            ("engagée", S, ""),
            ("J'écris des histoires, pas des tracts", D, "Alma Steiner"),
            ("le signe d'une grande liberté", D, "Son éditeur"),
        ],
    ),
    (
        (
            "Faute de médecins, les urgences de Sarlande fermeront la nuit. « C'est un pis-aller », "
            "concède le directeur de l'agence régionale de santé, Paul Kerviel. Les habitants, eux, "
            "parlent d'« abandon ». « Il faudra faire cinquante kilomètres pour accoucher », "
            "s'alarme Émeline, enceinte de sept mois."
        ),
        [
            ("C'est un pis-aller", D, "Paul Kerviel"),
            ("abandon", D, "Les habitants"),
            ("Il faudra faire cinquante kilomètres pour accoucher", D, "Émeline"),
        ],
    ),
    (
        (
            "Selon le rapport de l'inspection, que Le Temps a consulté, l'ascenseur n'avait pas été "
            "contrôlé depuis deux ans. « C'est faux », rétorque l'exploitant. « Tous les contrôles "
            "ont été effectués dans les délais », insiste son avocate, Me Chloé Vannier, qui dénonce "
            "un « acharnement médiatique »."
        ),
        [
            ("l'ascenseur n'avait pas été contrôlé depuis deux ans", R, "le rapport de l'inspection"),
            ("C'est faux", D, "l'exploitant"),
            ("Tous les contrôles ont été effectués dans les délais", D, "Chloé Vannier|Me Chloé Vannier"),
            ("acharnement médiatique", D, "Chloé Vannier|Me Chloé Vannier"),
        ],
    ),
    (
        (
            "Invitée du festival, la cinéaste coréenne Park Ji-won a plaidé pour un cinéma « lent ». "
            "« Le temps est le seul luxe qui nous reste », a-t-elle dit en recevant son prix. Puis, "
            "se tournant vers le jury : « Merci d'avoir attendu la fin. »"
        ),
        [
            ("lent", D, "Park Ji-won"),
            ("Le temps est le seul luxe qui nous reste", D, "Park Ji-won"),
            ("Merci d'avoir attendu la fin.", D, "Park Ji-won"),
        ],
    ),
    (
        (
            "Le chancelier Olaf Brenner a assuré que l'Allemagne « tiendrait parole ». « Notre "
            "soutien ne faiblira pas, a-t-il martelé à Varsovie. Ni cette année ni l'an prochain. » "
            "Son homologue polonaise, Zofia Nowak, a salué « un signal fort »."
        ),
        [
            ("tiendrait parole", D, "Olaf Brenner"),
            ("Notre soutien ne faiblira pas", D, "Olaf Brenner"),
            ("Ni cette année ni l'an prochain.", D, "Olaf Brenner"),
            ("un signal fort", D, "Zofia Nowak"),
        ],
    ),
    (
        (
            "« Je n'achète plus que du riz et des pâtes », raconte Samia, aide-soignante à Roubaix. "
            "Comme elle, un ménage sur trois déclare avoir réduit ses dépenses alimentaires. Pour "
            "l'économiste Benoît Cazal, il s'agit d'un « décrochage historique »."
        ),
        [
            ("Je n'achète plus que du riz et des pâtes", D, "Samia"),
            ("avoir réduit ses dépenses alimentaires", R, "un ménage sur trois"),
            ("décrochage historique", D, "Benoît Cazal"),
        ],
    ),
    (
        (
            "Accusée de plagiat, la start-up Lumio se défend. « Notre code a été écrit de zéro », "
            "affirme son cofondateur Raj Patel, 31 ans. Sa concurrente Optiq, qui réclame 12 "
            "millions d'euros, y voit au contraire « un copier-coller ». Le procès s'ouvrira le 4 "
            "mars."
        ),
        [
            ("Notre code a été écrit de zéro", D, "Raj Patel"),
            ("un copier-coller", D, "Optiq|Sa concurrente Optiq"),
        ],
    ),
    (
        (
            "Le skipper de « Terre d'avenir » a démâté au large du Cap-Vert. « Tout va bien à bord "
            "», a-t-il rassuré dans un message vocal. « Je suis triste, mais vivant. » Son équipe "
            "espère rallier Mindelo jeudi."
        ),
        [
            ("Terre d'avenir", S, ""),
            ("Tout va bien à bord", D, "Le skipper de « Terre d'avenir »|Le skipper"),
            ("Je suis triste, mais vivant.", D, "Le skipper de « Terre d'avenir »|Le skipper"),
            ("rallier Mindelo jeudi", R, "Son équipe"),
        ],
    ),
    (
        (
            "Dans un entretien au « Journal du Sud », Valérie Montagnac met en garde contre « la "
            "tentation du repli ». L'ancienne ministre estime que son camp « a perdu la bataille des "
            "idées ». « Il est encore temps de se ressaisir », conclut-elle."
        ),
        [
            ("Journal du Sud", S, ""),
            ("la tentation du repli", D, "Valérie Montagnac"),
            ("a perdu la bataille des idées", D, "Valérie Montagnac|L'ancienne ministre"),
            ("Il est encore temps de se ressaisir", D, "Valérie Montagnac"),
        ],
    ),
    (
        (
            "« À 80 ans, on ne change plus », sourit malicieusement Lucette. Dans sa maison de "
            "Plouarec, elle a tout gardé : les lettres, les photos, les « bricoles ». Sa "
            "petite-fille, Anaëlle, a promis d'en faire un livre."
        ),
        [
            ("À 80 ans, on ne change plus", D, "Lucette"),
            ("bricoles", S, ""),
        ],
    ),
    (
        (
            "Le porte-parole de la gendarmerie a fait état de « trois blessés légers ». D'après les "
            "premiers éléments de l'enquête, le conducteur roulait à 140 km/h. « Ma maison a tremblé "
            "», raconte un voisin encore sonné, qui dit avoir « cru à une explosion »."
        ),
        [
            ("trois blessés légers", D, "Le porte-parole de la gendarmerie"),
            ("le conducteur roulait à 140 km/h", R, "les premiers éléments de l'enquête"),
            ("Ma maison a tremblé", D, "un voisin"),
            ("cru à une explosion", D, "un voisin"),
        ],
    ),
    (
        (
            "La médiatrice européenne, Sanne de Groot, regrette que la Commission n'ait « pas tiré "
            "les leçons » de l'affaire. Un porte-parole de l'institution a répondu que « toutes les "
            "procédures avaient été respectées »."
        ),
        [
            ("pas tiré les leçons", D, "Sanne de Groot"),
            ("toutes les procédures avaient été respectées", D, "Un porte-parole de l'institution"),
        ],
    ),
    (
        (
            "Le chercheur français Hugo Delorme, prix Galien 2019, n'y croit guère. « On confond "
            "corrélation et causalité, déplore-t-il. C'est de la mauvaise science. » L'équipe de "
            "Boston maintient ses conclusions. « Nos données sont publiques », fait valoir sa "
            "responsable, Amy Chen."
        ),
        [
            ("On confond corrélation et causalité", D, "Hugo Delorme"),
            ("C'est de la mauvaise science.", D, "Hugo Delorme"),
            ("Nos données sont publiques", D, "Amy Chen"),
        ],
    ),
    (
        (
            "Les éleveurs bloquent depuis lundi l'accès à la laiterie. « On vend à perte », résume "
            "Jean-Luc Bourdin, à la tête d'un troupeau de 70 vaches. Le groupe laitier promet, lui, "
            "une hausse « significative » des prix d'achat. « On jugera sur pièces », répond le "
            "syndicaliste."
        ),
        [
            ("On vend à perte", D, "Jean-Luc Bourdin"),
            ("significative", D, "Le groupe laitier"),
            ("On jugera sur pièces", D, "Jean-Luc Bourdin|le syndicaliste"),
        ],
    ),
    (
        (
            "« Tu ne seras jamais médecin », lui répétait son professeur. Trente ans plus tard, "
            "Farah Benslimane dirige le service de cardiologie du CHU. « J'ai eu ma revanche », "
            "s'amuse-t-elle."
        ),
        [
            ("Tu ne seras jamais médecin", D, "son professeur"),
            ("J'ai eu ma revanche", D, "Farah Benslimane"),
        ],
    ),
    (
        (
            "« Nous allons dans le mur », avertit Gaël Toussaint, le secrétaire général du syndicat. "
            "Et Gaël Toussaint de conclure : « Personne ne pourra dire qu'il ne savait pas. »"
        ),
        [
            ("Nous allons dans le mur", D, "Gaël Toussaint"),
            ("Personne ne pourra dire qu'il ne savait pas.", D, "Gaël Toussaint"),
        ],
    ),
    (
        (
            "Réponse du ministre : « Le texte est équilibré. » Réaction immédiate de la députée Ève "
            "Marchal : « C'est une mascarade. »"
        ),
        [
            ("Le texte est équilibré.", D, "ministre|le ministre|du ministre"),
            ("C'est une mascarade.", D, "Ève Marchal"),
        ],
    ),
    (
        ("Comme le rappelle l'historien Paul-Henri Gautier, « aucune crise ne ressemble à la précédente »."),
        [
            ("aucune crise ne ressemble à la précédente", D, "Paul-Henri Gautier"),
        ],
    ),
    (
        (
            "Les pertes atteignent 12 millions d'euros (contre 3 millions l'an dernier). « Un "
            "accident industriel », dixit le directeur financier."
        ),
        [
            ("Un accident industriel", D, "le directeur financier"),
        ],
    ),
    (
        (
            "Élu en 2020, Rachid Ferhat connaît chaque rue de Belmont. « Ici, les gens se parlent "
            "encore », se réjouit l'édile. Il promet « un marché couvert avant la fin du mandat »."
        ),
        [
            ("Ici, les gens se parlent encore", D, "Rachid Ferhat|l'édile"),
            ("un marché couvert avant la fin du mandat", D, "Rachid Ferhat|l'édile"),
        ],
    ),
    (
        (
            "Le géant suédois Nordhem ferme son usine de Tarnes. Dans un communiqué publié dimanche, "
            "l'entreprise invoque « une demande durablement faible ». Le délégué CFE-CGC, Philippe "
            "Guérin, n'y croit pas : « Le carnet de commandes est plein jusqu'en juin ! »"
        ),
        [
            ("une demande durablement faible", D, "l'entreprise|Nordhem"),
            ("Le carnet de commandes est plein jusqu'en juin !", D, "Philippe Guérin"),
        ],
    ),
    (
        (
            "« À ce rythme, il n'y aura plus de neige en 2050 », a déclaré à l'AFP la climatologue "
            "Solveig Aas, coauteure de l'étude. « Mais il n'est pas trop tard », a-t-elle tenu à "
            "préciser."
        ),
        [
            ("À ce rythme, il n'y aura plus de neige en 2050", D, "Solveig Aas"),
            ("Mais il n'est pas trop tard", D, "Solveig Aas"),
        ],
    ),
    (
        (
            "La cour d'appel a confirmé la condamnation de l'ancien maire de Cressac, Robert Vial. « "
            "La probité n'est pas négociable », a rappelé la présidente dans ses motivations. Me "
            "Aurélie Tran, son avocate, a annoncé un pourvoi en cassation."
        ),
        [
            ("La probité n'est pas négociable", D, "la présidente"),
        ],
    ),
    (
        (
            "Rafael Montes s'est imposé 6-4, 7-6. « Je me sens de mieux en mieux », a commenté "
            "l'Espagnol de 22 ans. Son adversaire, le Serbe Goran Ilić, s'est dit « déçu mais fier "
            "»."
        ),
        [
            ("Je me sens de mieux en mieux", D, "Rafael Montes|l'Espagnol|l'Espagnol de 22 ans"),
            ("déçu mais fier", D, "Goran Ilić"),
        ],
    ),
    (
        (
            "“C’est un séisme”, souffle-t-on dans les couloirs du ministère. L’opposition réclame la "
            "démission d’Anne-Laure Brissac. “Elle n’a plus la confiance du pays”, tranche le patron "
            "des sénateurs socialistes, Yvan Cazeneuve."
        ),
        [
            ("C’est un séisme", D, ""),
            ("Elle n’a plus la confiance du pays", D, "Yvan Cazeneuve"),
        ],
    ),
    (
        (
            "Au tribunal, la jeune femme a raconté son calvaire. « J'ai cru mourir », a-t-elle "
            "lâché. Le prévenu, un homme de 38 ans, a présenté ses excuses, évoquant « une spirale "
            "»."
        ),
        [
            ("J'ai cru mourir", D, "la jeune femme"),
            ("une spirale", D, "Le prévenu"),
        ],
    ),
    (
        (
            "Les écologistes ont voté contre, jugeant le plan « indigent ». Leur cheffe de file, "
            "Noémie Lavigne, a déploré « dix ans de perdus » et accusé la majorité de « procrastiner "
            "»."
        ),
        [
            ("indigent", D, "Les écologistes"),
            ("dix ans de perdus", D, "Noémie Lavigne"),
            ("procrastiner", D, "Noémie Lavigne"),
        ],
    ),
    (
        (
            "Le laboratoire affirme que son vaccin est efficace à 94 %. « Ces chiffres doivent être "
            "confirmés », tempère toutefois l'Agence européenne du médicament. L'OMS, elle, parle "
            "d'une nouvelle « encourageante »."
        ),
        [
            ("son vaccin est efficace à 94 %", R, "Le laboratoire"),
            ("Ces chiffres doivent être confirmés", D, "l'Agence européenne du médicament"),
            ("encourageante", D, "L'OMS"),
        ],
    ),
    (
        (
            "Dans la file d'attente, Marion et Théo, 24 ans, ne cachent pas leur impatience. « On "
            "est là depuis 5 heures ! », lancent-ils. Plus loin, une retraitée bougonne : « Tout ça "
            "pour un téléphone. »"
        ),
        [
            ("On est là depuis 5 heures !", D, "|Marion et Théo"),
            ("Tout ça pour un téléphone.", D, "une retraitée"),
        ],
    ),
    (
        (
            "Le comité d'éthique a rendu un avis défavorable. « Le consentement des patients n'était "
            "pas libre », pointe ainsi son président, le professeur Alain Desforges. L'hôpital dit, "
            "de son côté, avoir « respecté le protocole »."
        ),
        [
            ("Le consentement des patients n'était pas libre", D, "Alain Desforges"),
            ("respecté le protocole", D, "L'hôpital"),
        ],
    ),
    (
        (
            "Lors d'une visite à Cherbourg, la Première ministre a défendu son bilan. « On peut "
            "toujours faire mieux, mais nous avons tenu nos engagements », a-t-elle plaidé, avant de "
            "s'engager à « ne laisser aucun territoire de côté »."
        ),
        [
            ("On peut toujours faire mieux, mais nous avons tenu nos engagements", D, "la Première ministre"),
            ("ne laisser aucun territoire de côté", D, "la Première ministre"),
        ],
    ),
    (
        (
            "L'affaire dite des « carnets noirs » rebondit. Selon nos confrères de Ouest-France, un "
            "troisième homme a été entendu. « Mon client est serein », assure Me Pauline Hervieu."
        ),
        [
            ("carnets noirs", S, ""),
            ("Mon client est serein", D, "Pauline Hervieu|Me Pauline Hervieu"),
        ],
    ),
    (
        (
            "« Le gouvernement recule », titre « Le Courrier ». Pour l'éditorialiste Serge Maillard, "
            "la séquence « laissera des traces »."
        ),
        [
            ("Le gouvernement recule", D, "Le Courrier|"),
            ("Le Courrier", S, ""),
            ("laissera des traces", D, "Serge Maillard"),
        ],
    ),
    (
        (
            "Le cargo transportait 3 000 voitures. « Le feu est parti du pont n° 7 », a précisé le "
            "capitaine de vaisseau Loïc Tanguy. « Il est sous contrôle, mais pas éteint. » La "
            "compagnie n'a pas souhaité commenter."
        ),
        [
            ("Le feu est parti du pont n° 7", D, "Loïc Tanguy"),
            ("Il est sous contrôle, mais pas éteint.", D, "Loïc Tanguy"),
        ],
    ),
    (
        (
            "Nadine, 58 ans, aide à domicile, gagne 1 150 euros par mois. « Je ne demande pas la "
            "lune, dit-elle, juste de quoi mettre de l'essence. » Sa collègue Fatiha acquiesce : « "
            "On se sent invisibles. »"
        ),
        [
            ("Je ne demande pas la lune", D, "Nadine"),
            ("juste de quoi mettre de l'essence.", D, "Nadine"),
            ("On se sent invisibles.", D, "Fatiha"),
        ],
    ),
    (
        (
            "Le chef étoilé Julien Arbois rend son tablier. « J'ai tout donné », explique-t-il "
            "sobrement. Le guide « Papilles » lui avait décerné sa première étoile en 2009."
        ),
        [
            ("J'ai tout donné", D, "Julien Arbois"),
            ("Papilles", S, ""),
        ],
    ),
    (
        (
            'Les deux pays ont repris les discussions. "Nous ne sommes pas loin d\'un accord", a fait '
            'savoir un diplomate occidental. Moscou a qualifié ces propos de "prématurés".'
        ),
        [
            ("Nous ne sommes pas loin d'un accord", D, "un diplomate occidental"),
            ("prématurés", D, "Moscou"),
        ],
    ),
    (
        (
            "Cédric Blanchot, agriculteur dans la Marne, a fait ses comptes : « Sans les aides, je "
            "gagne 300 euros par mois. » La présidente de la FNSEA locale, Karine Robert, demande « "
            "un moratoire sur les normes » et prévient que « la colère monte »."
        ),
        [
            ("Sans les aides, je gagne 300 euros par mois.", D, "Cédric Blanchot"),
            ("un moratoire sur les normes", D, "Karine Robert"),
            ("la colère monte", D, "Karine Robert"),
        ],
    ),
    (
        (
            "La maison de retraite des Tilleuls fermera ses portes le 30 juin. « Les familles sont "
            "sous le choc », confie Jocelyne Vasseur, dont la mère est résidente depuis 2017. « Où "
            "va-t-elle aller ? » Le département assure que « chaque pensionnaire se verra proposer "
            "une solution »."
        ),
        [
            ("Les familles sont sous le choc", D, "Jocelyne Vasseur"),
            ("Où va-t-elle aller ?", D, "Jocelyne Vasseur"),
            ("chaque pensionnaire se verra proposer une solution", D, "Le département"),
        ],
    ),
    (
        (
            "Reconnu coupable d'escroquerie, Tristan Belmas a écopé de trois ans ferme. « C'est une "
            "peine exemplaire », s'est félicitée la partie civile. Son défenseur, Me Ousmane Diarra, "
            "a aussitôt annoncé qu'il ferait appel."
        ),
        [
            ("C'est une peine exemplaire", D, "la partie civile"),
            ("il ferait appel", R, "Ousmane Diarra|Me Ousmane Diarra"),
        ],
    ),
    (
        (
            "Le Premier ministre japonais, Kenta Mori, s'est dit « profondément inquiet ». « La "
            "péninsule est au bord du gouffre », a-t-il averti à la tribune de l'ONU."
        ),
        [
            ("profondément inquiet", D, "Kenta Mori"),
            ("La péninsule est au bord du gouffre", D, "Kenta Mori"),
        ],
    ),
    (
        (
            "Les bénéfices du groupe ont bondi de 18 %. « L'année 2024 s'annonce sous les meilleurs "
            "auspices », s'est réjoui Philip Vandamme, le directeur général de Cimarel, lors de la "
            "présentation des résultats. Les analystes tablaient sur une hausse plus modeste."
        ),
        [
            ("L'année 2024 s'annonce sous les meilleurs auspices", D, "Philip Vandamme"),
        ],
    ),
    (
        (
            "Le Stade montois s'est incliné 12-9. « Frustrant », a lâché l'entraîneur Rémi Lacoste. "
            "« On a les occasions, on ne les met pas », regrettait aussi son troisième-ligne, Tevita "
            "Fonua."
        ),
        [
            ("Frustrant", D, "Rémi Lacoste"),
            ("On a les occasions, on ne les met pas", D, "Tevita Fonua"),
        ],
    ),
    (
        (
            "Selon les chercheurs de l'université de Leyde, la molécule « bloque la réplication du "
            "virus ». « Nous n'en sommes qu'aux rongeurs », prévient néanmoins Maaike Jansen, "
            "première signataire de l'article. Il faudra compter cinq ans avant les essais "
            "cliniques."
        ),
        [
            ("bloque la réplication du virus", D, "les chercheurs de l'université de Leyde"),
            ("Nous n'en sommes qu'aux rongeurs", D, "Maaike Jansen"),
        ],
    ),
    (
        (
            "Sur le marché, on ne parle que de ça. « Deux euros le kilo, c'est du vol ! », s'insurge "
            "une cliente. Le maraîcher hausse les épaules : « Le gazole, lui, n'a pas baissé. »"
        ),
        [
            ("Deux euros le kilo, c'est du vol !", D, "une cliente"),
            ("Le gazole, lui, n'a pas baissé.", D, "Le maraîcher"),
        ],
    ),
    (
        (
            "La ministre déléguée chargée du Handicap, Nathalie Voisin, a reconnu un « retard "
            "coupable ». « Nous rattraperons le temps perdu, a-t-elle promis. Je m'y engage "
            "personnellement. » Les associations restent sceptiques."
        ),
        [
            ("retard coupable", D, "Nathalie Voisin"),
            ("Nous rattraperons le temps perdu", D, "Nathalie Voisin"),
            ("Je m'y engage personnellement.", D, "Nathalie Voisin"),
        ],
    ),
    (
        (
            "Dix ans après « L'Île aux moines », le cinéaste portugais Duarte Lima revient avec un "
            "huis clos. « J'avais besoin de silence », explique le réalisateur, rencontré à "
            "Lisbonne. Et son actrice fétiche ? « Elle lit le scénario et elle dit oui. Ou non. »"
        ),
        [
            ("L'Île aux moines", S, ""),
            ("J'avais besoin de silence", D, "Duarte Lima|le réalisateur"),
            ("Elle lit le scénario et elle dit oui. Ou non.", D, "Duarte Lima|le réalisateur"),
        ],
    ),
    (
        (
            "L'autorité de la concurrence reproche aux deux enseignes de s'être entendues sur les "
            "prix. « Nous contestons formellement ces accusations », fait savoir un porte-parole de "
            "Primadis. L'autre distributeur n'a pas répondu."
        ),
        [
            ("Nous contestons formellement ces accusations", D, "un porte-parole de Primadis"),
        ],
    ),
    (
        (
            "« Nous avons agi trop tard », a concédé mercredi devant la commission d'enquête "
            "l'ancien directeur de la centrale, Serge Bonnard, 67 ans. À ses yeux, l'État a « fermé "
            "les yeux »."
        ),
        [
            ("Nous avons agi trop tard", D, "Serge Bonnard"),
            ("fermé les yeux", D, "Serge Bonnard|l'ancien directeur de la centrale"),
        ],
    ),
    (
        (
            "Le député européen Klaus Reiter voit dans ce vote « un tournant ». « L'Europe cesse "
            "enfin d'être naïve », se félicite l'élu conservateur."
        ),
        [
            ("un tournant", D, "Klaus Reiter"),
            ("L'Europe cesse enfin d'être naïve", D, "Klaus Reiter|l'élu conservateur"),
        ],
    ),
    (
        (
            "À Valence, des centaines de tracteurs ont convergé vers la préfecture. « On marche sur "
            "la tête », peste Damien, éleveur de chèvres. Pour ce père de famille, « c'est "
            "maintenant ou jamais ». Reçue par le préfet, une délégation est ressortie « déçue »."
        ),
        [
            ("On marche sur la tête", D, "Damien"),
            ("c'est maintenant ou jamais", D, "Damien|ce père de famille"),
            ("déçue", S, ""),
        ],
    ),
    (
        (
            "Le bailleur social évoque un « incident isolé ». Ce n'est pas l'avis des locataires. « "
            "Ça fait trois hivers qu'on a froid », témoigne Mme Ferrand, au quatrième étage. Elle "
            "dit avoir envoyé onze courriers."
        ),
        [
            ("incident isolé", D, "Le bailleur social"),
            ("Ça fait trois hivers qu'on a froid", D, "Ferrand|Mme Ferrand"),
            ("avoir envoyé onze courriers", R, "Ferrand|Mme Ferrand"),
        ],
    ),
    (
        (
            "La fusée a explosé deux minutes après le décollage. « Nous apprenons à chaque essai », "
            "a tweeté le fondateur de l'entreprise, Brent Hollis. L'agence de l'aviation civile, "
            "elle, exige « un rapport complet » sous dix jours."
        ),
        [
            ("Nous apprenons à chaque essai", D, "Brent Hollis"),
            ("un rapport complet", D, "L'agence de l'aviation civile"),
        ],
    ),
    (
        (
            "Interpellé dans l'hémicycle, le garde des Sceaux a dénoncé « une polémique de caniveau "
            "». « Je n'ai de leçon à recevoir de personne ! », a-t-il tonné sous les huées. La "
            "présidente de séance a dû le rappeler à l'ordre."
        ),
        [
            ("une polémique de caniveau", D, "le garde des Sceaux"),
            ("Je n'ai de leçon à recevoir de personne !", D, "le garde des Sceaux"),
        ],
    ),
    (
        (
            "Le musée d'Arvieux expose une centaine d'aquarelles. “C’est la première fois qu’on les "
            "voit ensemble”, s’enthousiasme le conservateur, Blaise Rochat. Certaines, jugées "
            "“indécentes” à l’époque, n’avaient jamais quitté les réserves."
        ),
        [
            ("C’est la première fois qu’on les voit ensemble", D, "Blaise Rochat"),
            ("indécentes", D, ""),
        ],
    ),
    (
        (
            "Trois lycéens ont été exclus. « On n'a rien fait de mal », jure l'un d'entre eux. Le "
            "proviseur, Gilles Amiot, évoque au contraire des « faits graves et répétés » et renvoie "
            "à la décision du conseil de discipline."
        ),
        [
            ("On n'a rien fait de mal", D, "l'un d'entre eux"),
            ("faits graves et répétés", D, "Gilles Amiot"),
        ],
    ),
    (
        (
            "La Banque centrale de Norvège a laissé ses taux inchangés. « La prudence reste de mise "
            "», a expliqué sa gouverneure, Astrid Holmen. Elle n'a pas exclu une baisse « au second "
            "semestre »."
        ),
        [
            ("La prudence reste de mise", D, "Astrid Holmen"),
            ("au second semestre", D, "Astrid Holmen"),
        ],
    ),
    (
        (
            "Sacrée à Melbourne, l'Ukrainienne Daria Kovalenko a dédié sa victoire à son pays. « "
            "Chaque point était pour eux », a-t-elle soufflé, en larmes. « Une immense championne », "
            "a salué sur X le président de la fédération."
        ),
        [
            ("Chaque point était pour eux", D, "Daria Kovalenko"),
            ("Une immense championne", D, "le président de la fédération"),
        ],
    ),
]
