"""The two newsrooms in which everything is told, with their contacts and pictures; and identities that never change."""

from datetime import date
from uuid import UUID, uuid5

from build import make_newsroom
from whole_site.handed_out import a_photograph

from dateline.releases.models import Contact, Newsroom, NewsroomContact, NewsroomPicture

_IDENTITIES = UUID("5d0c7a3e-2f7b-5c43-9d0e-6b1f9a8e4c21")


def identity(name: str) -> dict[str, UUID]:
    """Give a release the same identity in every telling."""
    return {"uid": uuid5(_IDENTITIES, name), "translation_key": uuid5(_IDENTITIES, f"all languages of {name}")}


def open_both() -> tuple[Newsroom, Newsroom]:
    """Make the newsroom in English and in Spanish, a contact who will end and one who has left among theirs."""
    english = make_newsroom(
        "Night Bakers of Port Ellery",
        translation_key=uuid5(_IDENTITIES, "newsroom"),
        boilerplate="The Night Bakers are a union of those who bake while others sleep.\n\nIts members decide what it says.",
        boilerplate_medium="The Night Bakers are a union of bakers. Its members decide what it says.",
        boilerplate_short="A union of those who bake while others sleep.",
    )
    spanish = make_newsroom(
        "Panaderas de Noche de Port Ellery",
        "es",
        accent="#0b3d91",
        boilerplate="Las Panaderas de Noche son un sindicato de quienes hornean mientras otras duermen.",
        corrections_policy="Corregimos lo que estaba mal y decimos qué decía.\n\nEscríbanos.",
    )
    spokeswoman = Contact.objects.create(
        name="Marisol Vega", role="Press", phone="+1 (213) 555-0142 ext. 3", email="press@nightbakers.example",
        languages="English, Spanish", hours="14:00–22:00",
    )  # fmt: skip
    ending = Contact.objects.create(name="Tobias Rehn", phone="213 555 0143", ends_on=date(2024, 5, 8))
    gone = Contact.objects.create(name="Ines Oduya", phone="213 555 0144", has_left=True)
    for order, contact in enumerate((spokeswoman, ending, gone)):
        NewsroomContact.objects.create(newsroom=english, contact=contact, sort_order=order)
    NewsroomContact.objects.create(newsroom=spanish, contact=spokeswoman, sort_order=0)
    NewsroomPicture.objects.create(
        newsroom=english,
        picture=a_photograph("Oven", 1000, 500),
        name="Logo, black",
        alt="An oven’s door",
        sort_order=0,
    )
    return english, spanish
