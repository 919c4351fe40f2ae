#!/usr/bin/python3
"""Makes the bundled fonts from Debian's fonts-inter and fonts-jetbrains-mono (needs python3-fonttools).

Every font is cut down to the scripts the workbench writes. "Horocycle Tabular" is Inter with the feature
tnum frozen, because Qt 6.4 cannot switch font features and digits must not jump when they change.
"""
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

INTER = Path("/usr/share/fonts/opentype/inter")
MONO = Path("/usr/share/fonts/truetype/jetbrains-mono")
HERE = Path(__file__).parent

# Latin, Greek, Cyrillic, punctuation, sub- and superscripts, currency, letter-like, arrows, mathematics, shapes.
RANGES = [(0x20, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x45F),
          (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F),
          (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x25A0, 0x25FF),
          (0x2713, 0x2717), (0xFFFD, 0xFFFD)]
FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk", "calt", "case", "sups", "subs"]

# file, source, family, style, weight, figures of equal width
FONTS = [
    ("HorocycleTabular-Regular.otf", INTER / "Inter-Regular.otf", "Horocycle Tabular", "Regular", 400, True),
    ("HorocycleTabular-Medium.otf", INTER / "Inter-Medium.otf", "Horocycle Tabular", "Medium", 500, True),
    ("HorocycleTabular-SemiBold.otf", INTER / "Inter-SemiBold.otf", "Horocycle Tabular", "SemiBold", 600, True),
    ("HorocycleTabular-Bold.otf", INTER / "Inter-Bold.otf", "Horocycle Tabular", "Bold", 700, True),
    ("HorocycleTabular-Italic.otf", INTER / "Inter-Italic.otf", "Horocycle Tabular", "Italic", 400, True),
    ("HorocycleDisplay-SemiBold.otf", INTER / "InterDisplay-SemiBold.otf", "Horocycle Display", "SemiBold", 600,
     False),
    ("HorocycleMono-Regular.ttf", MONO / "JetBrainsMono-Regular.ttf", "Horocycle Mono", "Regular", 400, False),
    ("HorocycleMono-Medium.ttf", MONO / "JetBrainsMono-Medium.ttf", "Horocycle Mono", "Medium", 500, False),
]


def freeze_tabular_figures(font):
    """Lets the characters point at the glyphs that the feature tnum would choose."""
    table = font["GSUB"].table
    swap = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    swap.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    for subtable in font["cmap"].tables:
        if subtable.isUnicode():
            subtable.cmap = {code: swap.get(glyph, glyph) for code, glyph in subtable.cmap.items()}


def rename(font, family, style, weight):
    """Gives the font a name of its own: it is a modified version, and must not answer for the installed one."""
    names = font["name"]
    kept = {record.nameID: record.toUnicode() for record in names.names if record.nameID in (0, 13, 14)}
    plain = style in ("Regular", "Italic", "Bold")
    full = f"{family} {style}"
    kept |= {1: family if plain else full, 2: style if plain else "Regular", 3: f"{full};Horocycle", 4: full,
             5: "Version 1.000", 6: full.replace(" ", "").replace(style, "-" + style)}
    if not plain:
        kept |= {16: family, 17: style}
    names.names = []
    for identity, text in kept.items():
        names.setName(text, identity, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = kept[6]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = family, full, style


def make(target, source, family, style, weight, tabular):
    font = TTFont(source, recalcTimestamp=False)
    if tabular:
        freeze_tabular_figures(font)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    rename(font, family, style, weight)
    font.save(HERE / target)
    print(f"{target}: {(HERE / target).stat().st_size:,} bytes")


for entry in FONTS:
    make(*entry)
