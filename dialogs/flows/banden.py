"""How relatives are bound to the victim, as the Besluit groups them."""

# Partners who live apart are judged as another close relation.
OVERIG = "overige_nauwe_persoonlijke_relatie"
PARTNERS = ("echtgenoot_of_geregistreerd_partner", "levensgezel", OVERIG)
KIND_JONG = "minderjarig_kind"
KIND_THUIS = "meerderjarig_thuiswonend_kind"
KIND_UIT = "meerderjarig_niet_thuiswonend_kind"
KINDEREN = (KIND_JONG, KIND_THUIS, KIND_UIT)
OUDER_JONG = "ouder_van_minderjarig_slachtoffer"
OUDER_THUIS = "ouder_van_meerderjarig_thuiswonend_slachtoffer"
OUDER_UIT = "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer"
OUDERS = (OUDER_JONG, OUDER_THUIS, OUDER_UIT)
PLEEG = "pleegkind_of_pleegouder"
ZORG = "zorg_in_gezinsverband"
ZUS = "broer_of_zus"
