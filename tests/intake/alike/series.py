"""Releases that share a template and are many: two of one series are never one release, however alike they look.

Each series: headline and text with gaps, and five sets of words that fill them. Series under even numbers were looked at
while the rules were tuned, the others only measured.
"""

SERIES = (
    (
        "Weekly figures of the food bank",
        "The Harrow Lane food bank served {0} households in the week that ended on {1}, {2} of them for the first time. It "
        "handed out {3} kilograms of bread and vegetables, and had to turn nobody away.\n\nThe food bank is open on Tuesdays "
        "and Fridays from four to seven. It needs rice, oil and people who can drive a van.",
        (("412", "March 3", "31", "2,900"), ("398", "March 10", "22", "2,750"), ("455", "March 17", "40", "3,120"),
         ("420", "March 24", "35", "2,905"), ("431", "March 31", "28", "2,990")),
    ),
    (
        "{0}, a member of this union, has died",
        "It is with sorrow that the Harbor Workers' Union announces the death of {0}, who worked {1} years at {2}. {0} was "
        "{3} years old. The union will remember a colleague who never passed a picket line and never missed a meeting.\n\n"
        "A service will be held at the hall. In place of flowers the family asks for gifts to the strike fund.",
        (("Ana Brightwater", "31", "the grain pier", "68"), ("Luis Ortega", "22", "the coal dock", "59"),
         ("Ingrid Halloran", "40", "the grain pier", "81"), ("Samuel Adeyemi", "12", "the ferry slip", "44"),
         ("Petra Novak", "27", "the dry dock", "70")),
    ),
    (
        "Statement on the decision about {0}",
        "The Alliance for a Dry Roof regrets the decision of the county to close {0}. {1} people live there, and none has "
        "been told where to go.\n\nThe Alliance has asked since spring for a plan. It calls on the county to stop until there "
        "is one, and offers its help, as it has done before.",
        (("Willow Court", "212"), ("the Ash Street shelter", "95"), ("Camp Larkin", "140"), ("the Motel Sunrise", "61"),
         ("Hazel House", "33")),
    ),
    (
        "A clinic comes to {0}",
        "A mobile clinic will stand on the square of {0} for one day, with two doctors, a dentist and an interpreter. Nobody "
        "is asked for insurance or papers. The clinic measures blood pressure, gives vaccinations and looks at teeth.\n\n"
        "The people of {0} are asked to bring their children's vaccination cards. It is made possible by the county's nurses, "
        "who give their day off.",
        (("Ardley",), ("Benmore",), ("Denmore",), ("Crail Bridge",), ("Upper Slade",)),
    ),
    (
        "{0} joins the coalition",
        "{0} has joined the Coalition for Safe Streets, which now has {1} members. Its delegate is {2}.\n\nThe coalition asks "
        "for lights at the crossings, for sidewalks on which two strollers can pass, and for buses that run after ten. It "
        "meets on the first Monday of each month, and whoever walks may come.",
        (("The Bakers' Guild", "31", "Mo Castellane"), ("Saint Brendan Parish", "32", "Ruth Okafor"),
         ("The Night Nurses", "33", "Ilse Brandt"), ("The Rowing Club", "34", "Tomas Vrba"),
         ("The Deaf Center", "35", "Ada Quill")),
    ),
    (
        "Boletín semanal del refugio",
        "El refugio de la calle Alondra recibió en la semana a {0} personas, {1} de ellas menores. Se sirvieron {2} comidas y "
        "se atendieron {3} consultas legales.\n\nEl refugio agradece a los vecinos las mantas y pide zapatos de niño, leche y "
        "voluntarias para la noche. Las puertas abren a las seis.",
        (("120", "31", "840", "12"), ("131", "40", "900", "15"), ("98", "22", "702", "9"), ("143", "51", "1.020", "20"),
         ("127", "36", "870", "11")),
    ),
    (
        "Rally on {0} at {1}",
        "WHAT: A rally for the right to repair one's home\n\nWHO: Tenants of six houses, their lawyers and a brass band\n\n"
        "WHEN: {0}, at {2}\n\nWHERE: {1}\n\nThe tenants will read aloud what is broken, house by house, and hang the list on "
        "the door. There are pictures to be taken, and people to be asked.",
        (("Monday", "City Hall", "10 a.m."), ("Tuesday", "the courthouse", "10 a.m."), ("Friday", "City Hall", "noon"),
         ("Saturday", "the Port Authority", "2 p.m."), ("Sunday", "Gull Park", "3 p.m.")),
    ),
    (
        "The strike at the {0} goes on",
        "The strike at the {0} goes on. The workers of the {0} voted again last night to stay out until there is an offer on "
        "paper. The owner of the {0} has not come to the table for three weeks, and has hired guards.\n\nThe kitchen at the "
        "gate cooks for eighty. The neighbors bring wood, and the band plays at six.",
        (("bakery",), ("laundry",), ("sawmill",), ("cannery",), ("brewery",)),
    ),
    (
        "{0} named director of the {1} office",
        "The Legal Aid League has named {0} director of its {1} office. {0} comes from {2} and begins in {3}.\n\n“We are glad "
        "to win a colleague who knows what a letter with a deadline does to a family,” said the League's president. The "
        "office gives advice in housing, wages and immigration, and charges nobody.",
        (("Mara Lindqvist", "northern", "the public defender", "May"), ("Kofi Asante", "valley", "the labor board", "June"),
         ("Joan Pell", "coast", "private practice", "May"), ("Hector Ruiz", "southern", "the bench", "August"),
         ("Wei Tan", "river", "the public defender", "October")),
    ),
    (
        "Comunicado por la detención de {0}",
        "La Asamblea de Vecinas exige la libertad inmediata de {0}, a quien la policía detuvo en {1} cuando repartía volantes. "
        "No había orden ni cargo.\n\nRepartir un papel no es delito. La Asamblea acompaña a la familia, ha presentado un amparo "
        "y llama a concentrarse frente a la comisaría hasta que salga.",
        (("Julia Ferrán", "la plaza mayor"), ("Marcos Ibáñez", "el mercado"), ("Nora Quispe", "la estación"),
         ("Elías Duarte", "la plaza mayor"), ("Teresa Olmedo", "el puerto")),
    ),
    (
        "Grant of the {0} fund for {1}",
        "The {0} fund gives {1} a grant of {2} dollars for {3}. It is the fund's gift to people who mend what is theirs "
        "together.\n\nGroups of at least five neighbors may ask for a grant, in any language, on one page. The jury reads "
        "each letter aloud, and decides the same evening.",
        (("Lantern", "the Pear Lane garden", "800", "a pump"), ("Lantern", "the Dock Choir", "650", "chairs"),
         ("Lantern", "the Bridge Kitchen", "1,200", "an oven"), ("Lantern", "the Finch Street court", "400", "hoops"),
         ("Lantern", "the Tool Room", "950", "a lathe")),
    ),
    (
        "Air in {0}: the reading of the month",
        "The citizens' sensor in {0} measured on {1} days more fine dust than the law allows. The worst hour was {2} at {3}. "
        "The sensor hangs at a school and is read by its pupils.\n\nThe plant next to it says that it keeps to its permit. The "
        "permit is of 1988. The network asks the state for a new one, with a limit by the hour.",
        (("Coldwater", "11", "the 4th", "5 a.m."), ("Millrace", "9", "the 12th", "6 a.m."),
         ("Southgate", "14", "the 4th", "4 a.m."), ("Tannery Hill", "3", "the 21st", "11 p.m."),
         ("Weir Street", "7", "the 30th", "5 a.m.")),
    ),
)  # fmt: skip
