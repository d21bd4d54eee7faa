"""What leads to a person's telephone or camera: IMEI and serial numbers, device names, names of files as devices give them.

A file's name as a telephone gives it tells the second at which the picture was taken, and often still carries its place
inside. IMEI: fifteen digits, the last by Luhn (3GPP TS 23.003), through python-stdnum.
"""

import re
from collections.abc import Iterator

from stdnum import imei

from dateline.preflight.finding import Finding

CODE = "device"
FILE = "a file's name as a telephone or camera gives it, with which its owner and place may be found in the file."
NUMBER = "what looks like the number of a person's device."
NAME = "what looks like the name or data of a person's device."

_MEDIA = r"\.(?:jpe?g|heic|heif|png|dng|mp4|mov|3gp|webp|avi|m4a|opus|ogg)\b"
_FILE = re.compile(
    rf"""(?<![\w])(?:
      (?:IMG|VID|PXL|MVIMG|PANO|BURST|AUD|PTT|Screenshot|Screen_?Recording|Signal)[-_ ](?:19|20)\d\d-?\d\d-?\d\d[-_ \w.]{{0,40}}?{_MEDIA}
    | (?:IMG|DSC|DSCN?|DSCF|MOV|MVI|GOPR|DJI|P)_?E?\d{{4,8}}{_MEDIA}
    | (?:photo|video|file|Screen\s?[Ss]hot|Screenshot|Captura\sde\spantalla|Capture\sd['’]écran|Captura\sde\stela)[ _-](?:19|20)\d\d-\d\d-\d\d[^\n/]{{0,24}}?{_MEDIA}
    | (?:19|20)\d{{6}}[-_]\d{{6}}(?:[-_(]\w{{1,8}}\)?)?{_MEDIA}
    | (?:WhatsApp[ _](?:Image|Video|Audio|Ptt)|(?:Imagen|Vídeo|Video|Audio|Image|Vidéo|Imagem)[ _](?:de[ _])?WhatsApp)[ _](?:19|20)\d\d-\d\d-\d\d[^\n/]{{0,30}}?{_MEDIA}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDING = re.compile(_MEDIA, re.IGNORECASE)
_IMEI = re.compile(r"\bIMEI(?:\s?\(\w{1,6}\s?\d\))?\s?\d?\D{0,15}(?P<n>\d(?:[ -]?\d){14})(?!\d)", re.IGNORECASE)
_SERIAL = re.compile(
    r"\b(?:serial\s+(?:number|no\.?)|n[úu]mero\s+de\s+s[ée]rie|numéro\s+de\s+série|device\s+ID|UDID|S/N)"
    r"[^\n.;,]{0,15}?(?<!\w)(?P<n>(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z0-9]{8,40})(?!\w)",
    re.IGNORECASE,
)
_MAC = re.compile(r"(?<![\w:-])[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}(?![\w:-])")
_MAC_SIGN = re.compile(r"[:-][0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]")
_TAG = re.compile(
    r"\bGPS\s?(?:Latitude|Longitude|Position|Altitude|Coordinates)(?:Ref)?\s*[:=][^\n]{0,40}?\d[^\n.]{0,30}"
)
_MADE = r"(?:Apple|iPhone|iPad|Samsung|SM-[A-Z]\d|Google Pixel|Pixel \d|Huawei|Xiaomi|Redmi|Motorola|moto|Nokia|Canon|Nikon|Sony)"
_BRANDS = (
    "GPS",
    "Apple",
    "iPhone",
    "iPad",
    "MacBook",
    "Galaxy",
    "Pixel",
    "Samsung",
    "SM-",
    "Huawei",
    "Xiaomi",
    "Redmi",
    "Motorola",
    "moto ",
    "Nokia",
    "Canon",
    "Nikon",
    "Sony",
)
_MODEL = re.compile(
    rf"\b(?:Camera|Camera Model|Model|Device|Phone|Cámara|Celular|Teléfono|Dispositivo|Appareil|Téléphone|Telefone|Aparelho)"
    rf"\s*:\s*{_MADE}[^\n,.;]{{0,30}}"
)
_OWNED = re.compile(
    r"\b(?:[A-Z]\w+?['’]?s['’]?[- ](?:iPhone|iPad|MacBook|Galaxy|Pixel)\b(?!\s+(?:app|users))"
    r"|(?:iPhone|iPad|MacBook|Galaxy)[- ](?:de|do|da|von)[- ](?!Apple|Samsung|Google)[A-ZÁÉÍÓÚ]\w+)"
)


def check(text: str) -> Iterator[Finding]:
    """Find traces of devices; certain where a number has its check digit or a form is used for nothing else."""
    if _ENDING.search(text):
        for found in _FILE.finditer(text):
            yield Finding(CODE, found.span(), FILE, is_certain=True)
    lower = text.lower()
    if "imei" in lower:
        for found in _IMEI.finditer(text):
            yield Finding(CODE, found.span("n"), NUMBER, is_certain=bool(imei.is_valid(found["n"])))
    if any(sign in lower for sign in ("serial", "serie", "série", "device id", "udid", "s/n")):
        for found in _SERIAL.finditer(text):
            yield Finding(CODE, found.span("n"), NUMBER)
    if _MAC_SIGN.search(text):
        for found in _MAC.finditer(text):
            yield Finding(CODE, found.span(), NUMBER)
    if any(sign in text for sign in _BRANDS):
        for pattern in (_TAG, _MODEL, _OWNED):
            for found in pattern.finditer(text):
                yield Finding(CODE, found.span(), NAME)
