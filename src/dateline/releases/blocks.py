"""The blocks of which a body is made, as the desk edits them."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

# No embeds: a page asks no third party for anything. No links into the CMS's tree: they would name drafts.
TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link"]


class QuoteBlock(blocks.StructBlock):
    """Words, and who said them."""

    words = blocks.TextBlock()
    speaker = blocks.CharBlock(max_length=200)
    title = blocks.CharBlock(max_length=200, required=False, help_text="As in “executive director”")

    class Meta:
        icon = "openquote"
        label = "Quote"


class ImageBlock(blocks.StructBlock):
    """A picture; its credit is kept with the picture itself."""

    image = ImageChooserBlock()
    alt = blocks.CharBlock(max_length=400, help_text="What a person who can't see it should know")
    caption = blocks.CharBlock(max_length=400, required=False)

    class Meta:
        icon = "image"
        label = "Image"


class BodyBlock(blocks.StreamBlock):
    """The text after the dateline."""

    text = blocks.RichTextBlock(features=TEXT_FEATURES)
    quote = QuoteBlock()
    list = blocks.ListBlock(blocks.CharBlock(max_length=2000), icon="list-ul")
    image = ImageBlock()
