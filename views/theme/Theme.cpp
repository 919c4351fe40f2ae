#include "views/theme/Theme.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "views/theme/Resources.h"

namespace horo::views {

namespace {

constexpr std::array<const char*, static_cast<size_t>(Token::Count)> names{
    "win",        "panel",    "canvas",    "field", "raise", "sunk",     "line",        "line2",
    "grid",       "t1",       "t2",        "t3",    "t4",    "accent",   "onAccent",    "accentSoft",
    "accentLine", "hover",    "ink",       "halo",  "edge",  "ok",       "warn",        "error",
    "okSoft",     "warnSoft", "errorSoft", "pairA", "pairB", "pairBoth", "pairNeither", "shadow"};

}  // namespace

const char* tokenName(Token token) {
    return names[static_cast<size_t>(token)];
}

std::optional<Theme> Theme::fromJson(const QByteArray& text, QString* problem) {
    const auto fail = [problem](const QString& reason) {
        if (problem) *problem = reason;
        return std::nullopt;
    };
    QJsonParseError parsing;
    const QJsonObject object = QJsonDocument::fromJson(text, &parsing).object();
    if (parsing.error != QJsonParseError::NoError) return fail(parsing.errorString());

    Theme theme;
    theme.dark_ = object["dark"].toBool();
    const QJsonObject colours = object["colours"].toObject();
    for (size_t i = 0; i < names.size(); ++i) {
        const QString value = colours[QLatin1String(names[i])].toString();
        if (!QColor::isValidColor(value))
            return fail(QStringLiteral("colour \"%1\" is \"%2\"").arg(QLatin1String(names[i]), value));
        theme.colours_[i] = QColor(value);
    }
    const QJsonObject shadow = object["shadow"].toObject();
    theme.shadow_ = {shadow["offset"].toInt(), shadow["blur"].toInt()};
    return theme;
}

Theme Theme::builtIn(bool dark) {
    useResources();
    QFile file(dark ? QStringLiteral(":/horocycle/theme/dark.json")
                    : QStringLiteral(":/horocycle/theme/light.json"));
    QString problem = file.fileName();
    if (file.open(QIODevice::ReadOnly))
        if (auto theme = fromJson(file.readAll(), &problem)) return *theme;
    qFatal("the built-in theme cannot be read: %s", qPrintable(problem));
}

QColor Theme::colour(Token token, double opacity) const {
    QColor result = colour(token);
    result.setAlphaF(static_cast<float>(result.alphaF() * opacity));
    return result;
}

QPalette Theme::palette() const {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, colour(token)); };
    set(QPalette::Window, Token::Panel);
    set(QPalette::WindowText, Token::T1);
    set(QPalette::Base, Token::Canvas);
    set(QPalette::AlternateBase, Token::Panel);
    set(QPalette::Text, Token::T1);
    set(QPalette::PlaceholderText, Token::T3);
    set(QPalette::Button, Token::Field);
    set(QPalette::ButtonText, Token::T1);
    set(QPalette::BrightText, Token::OnAccent);
    set(QPalette::ToolTipBase, Token::Raise);
    set(QPalette::ToolTipText, Token::T1);
    set(QPalette::Highlight, Token::AccentSoft);
    set(QPalette::HighlightedText, Token::T1);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::Light, Token::Raise);
    set(QPalette::Midlight, Token::Line);
    set(QPalette::Mid, Token::Line2);
    set(QPalette::Dark, Token::T4);
    set(QPalette::Shadow, Token::Ink);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colour(Token::T4));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Token::Sunk));
    return palette;
}

}  // namespace horo::views
