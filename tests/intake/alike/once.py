"""Releases of organizations that don't exist, and what editors, pages, PDFs and mails make of one: always the same release.

Those under even numbers were looked at while the rules were tuned, the others only measured.
"""

import re
from collections.abc import Callable

TEXTS = (
    (
        "Ferry crews vote to keep the night boat",
        "Crews of the Alder Sound ferries voted on Thursday to keep the night boat running through the winter, after the "
        "county said it would pay for fuel until March.\n\n"
        "“Nobody should have to sleep in a car because a shift ends at eleven,” said Rosalind Achterberg, who has steered "
        "the boat for nineteen years.\n\n"
        "The vote was 84 to 11. The night boat carries about 140 people, most of them cleaners and nurses, and leaves "
        "Tern Landing at 11:40 p.m.",
    ),
    (
        "Library workers ask the board for heat in the stacks",
        "Workers of the Quillfeather Public Library asked the board on Monday to repair the boiler in the east wing, where "
        "the thermometer has stood at 51 degrees since the first week of November.\n\n"
        "Two pages have been in the hospital with bronchitis. The union offered to lend three heaters, and the board "
        "declined, since the wiring dates from 1931.\n\n"
        "A hearing is set for the second Tuesday of the month in the reading room, which is warm.",
    ),
    (
        "Court lets the orchard families stay",
        "A judge in Marrow County ruled this morning that forty families who pick pears in the Lower Orchard may stay in "
        "their cabins until the harvest is in.\n\n"
        "The owner had given them nine days. The Pickers' Legal Fund argued that a cabin that is part of the wage can't be "
        "taken before the wage is paid.\n\n"
        "“My daughter starts school here in September,” said Benedicta Oyelaran. “Now she can.”",
    ),
    (
        "Street vendors win a permit that fits a cart",
        "The city council of Port Havel passed, by nine votes to two, a permit for street vendors that costs 60 dollars a "
        "year in place of 1,200.\n\n"
        "It ends the confiscation of carts. Since spring the sanitation department had taken 31 of them, with the food and "
        "the change in the drawer.\n\n"
        "The Vendors' Association of Port Havel will hold classes in four languages on how to apply, beginning in June at "
        "the fish market.",
    ),
    (
        "Una clínica de vacunas abre los domingos",
        "La clínica comunitaria de Río Tordo abrirá todos los domingos de octubre para vacunar sin cita y sin preguntar por "
        "papeles.\n\n"
        "“Quien trabaja seis días no puede venir un martes a las diez”, dijo la enfermera Amparo Lizarralde.\n\n"
        "Las vacunas son gratuitas. La clínica tiene dosis para 900 personas y busca voluntarias que hablen mixteco.",
    ),
    (
        "El sindicato de panaderas firma su primer contrato",
        "Las panaderas de la Panificadora Sol Naciente firmaron el miércoles su primer contrato colectivo, después de siete "
        "meses de turnos sin horario.\n\n"
        "El contrato fija el turno de noche en seis horas y paga doble los festivos. Lo aprobaron 62 de 65 trabajadoras.\n\n"
        "La empresa retiró además las cámaras de los vestidores, que la inspección había prohibido en marzo.",
    ),
    (
        "Tenants publish a map of broken elevators",
        "The Gannet Street Tenants published today a map of 27 elevators in the north of the city that have stood still for "
        "more than a month.\n\n"
        "On the eleventh floor of one house lives a man of 82 who has not been outside since August. His neighbors carry up "
        "his bread.\n\n"
        "The map is made of photographs with dates. The housing office has a list of its own, and it has six elevators.",
    ),
    (
        "Choir of hotel cleaners sings in the lobby",
        "A choir of thirty hotel cleaners sang for twenty minutes in the lobby of the Grand Meridian yesterday, and was "
        "applauded by the guests before it was asked to leave.\n\n"
        "The cleaners have been without a contract since the fourth of May. They want to know a week ahead when they work.\n\n"
        "The hotel said that it values music. Another rehearsal is on Saturday, on the public sidewalk.",
    ),
    (
        "Fishers return a lost net to the sea's owners",
        "Fishers of Cape Lorn hauled 4 tons of drifting net out of the bay this week and brought it to the gate of the company "
        "whose tags are in it.\n\n"
        "The net had been drifting since a storm in February. Seals and a young whale had died in it.\n\n"
        "The cooperative asks the ministry to make companies report what they lose, as the small boats must.",
    ),
    (
        "Day laborers rebuild the school roof",
        "Twenty-two day laborers of the Juniper Corner center rebuilt the roof of the Larkspur Elementary School over the "
        "weekend, after the county had put it on a list for next year.\n\n"
        "The lumber was given, the work was not: the parents paid the wage that the center has agreed, 24 dollars an hour.\n\n"
        "“A dry classroom is cheaper than a wet one,” said the principal, Theodora Vance.",
    ),
    (
        "Legal fund opens a line for people who got a letter",
        "The Basin Legal Fund opened a telephone line today for people who have received a letter about their asylum hearing "
        "with a date on which the court is closed.\n\n"
        "Some 300 such letters are known. Whoever doesn't come on the date may lose the case.\n\n"
        "Volunteers answer at 555-0142 from eight to eight, in Spanish, Dari, Haitian Creole and English. The call is free.",
    ),
    (
        "Bus riders count what the timetable doesn't",
        "For two weeks 55 riders of the number 9 bus wrote down when it came. It came as the timetable says in 38 of 100 "
        "cases, and not at all in 12.\n\n"
        "The Riders' Circle handed the notebooks to the transit office on Friday. They are of paper and have coffee on them.\n\n"
        "The office will answer within a month. Its own figures say 91 of 100.",
    ),
)  # fmt: skip


def mended(text: str) -> str:
    """Mend two slips of the pen: there, the first long small words lacked a letter."""
    long = re.findall(r"\b[^\W\d_A-Z]{8,}\b", text)
    for word in dict.fromkeys(long[1:8:3]):
        text = text.replace(word, word[:3] + word[4:], 1)
    return text


def updated(text: str) -> str:
    """Head it "Updated" and put straight quotes."""
    return "UPDATED: " + text.replace("“", '"').replace("”", '"').replace("’", "'")


def longer(text: str) -> str:
    """Add a paragraph at the end."""
    return text + "\n\nMore will be said at the door of the office, where there is also coffee for whoever has waited."


def as_pdf(text: str) -> str:
    """Break it as a narrow page does, with hyphens, and put the page's head and number in the middle."""
    lines, line = [], ""
    for word in text.replace("\n\n", " ¶ ").split(" "):
        if word == "¶":
            lines += [line, ""]
            line = ""
        elif len(line) + len(word) < 58:
            line = f"{line} {word}".strip()
        elif len(word) > 7 and word.isalpha():
            lines.append(f"{line} {word[:4]}-")
            line = word[4:]
        else:
            lines.append(line)
            line = word
    lines.append(line)
    middle = len(lines) // 2
    return "\n".join([*lines[:middle], "", "Page 2 of 3 – For immediate release", "", *lines[middle:]])


def as_mail(text: str) -> str:
    """Greet, wrap, and sign."""
    wrapped = re.sub(r"(.{50,66}) ", r"\1\n", text)
    return f"Dear colleagues,\n\nplease find our news of today below. Call me with questions.\n\n{wrapped}\n\nWarm regards\nJo"


EDITS: tuple[Callable[[str], str], ...] = (mended, updated, longer, as_pdf, as_mail)
