#include "views/theme/Fonts.h"

#include <QtCore/QDir>
#include <QtGui/QFontDatabase>

#include "views/theme/Resources.h"

namespace horo::views {

namespace {

struct Shape {
    const char* family;
    int size;
    int line;
    QFont::Weight weight;
    bool italic = false;
};

Shape shapeOf(FontRole role) {
    constexpr auto text = "Horocycle Tabular";
    switch (role) {
        case FontRole::Meta:
            return {text, 11, 16, QFont::Normal};
        case FontRole::Tick:
            return {text, 10, 12, QFont::Normal};
        case FontRole::Title:
            return {text, 12, 16, QFont::DemiBold};
        case FontRole::Name:
            return {text, 15, 20, QFont::DemiBold};
        case FontRole::Display:
            return {"Horocycle Display", 24, 30, QFont::DemiBold};
        case FontRole::Mono:
            return {"Horocycle Mono", 12, 16, QFont::Normal};
        case FontRole::Caption:
            return {text, 12, 16, QFont::Normal, true};
        case FontRole::Base:
            break;
    }
    return {text, 12, 16, QFont::Normal};
}

}  // namespace

void loadFonts() {
    static bool loaded = false;
    if (loaded) return;
    loaded = true;
    useResources();
    const QDir folder(QStringLiteral(":/horocycle/fonts"));
    for (const QString& file : folder.entryList(QDir::Files)) {
        if (QFontDatabase::addApplicationFont(folder.filePath(file)) < 0)
            qWarning("the font %s cannot be used", qPrintable(file));
    }
    // Scripts that the bundled fonts do not hold come from the system.
    QFont::insertSubstitutions(
        QStringLiteral("Horocycle Tabular"),
        {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
    QFont::insertSubstitutions(QStringLiteral("Horocycle Mono"),
                               {QStringLiteral("JetBrains Mono"), QStringLiteral("monospace")});
}

QFont font(FontRole role) {
    return font(role, shapeOf(role).weight);
}

QFont font(FontRole role, QFont::Weight weight) {
    const Shape shape = shapeOf(role);
    QFont font(QString::fromLatin1(shape.family));
    font.setPixelSize(shape.size);
    font.setWeight(weight);
    font.setItalic(shape.italic);
    // Hinted outlines change the widths of letters from one pixel ratio to the next.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int lineHeight(FontRole role) {
    return shapeOf(role).line;
}

}  // namespace horo::views
