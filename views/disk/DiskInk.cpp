#include "views/disk/DiskInk.h"

#include <algorithm>
#include <cmath>

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

DiskInk inkOf(const Theme& theme) {
    DiskInk ink;
    ink.canvas = theme.colour(Token::Canvas), ink.grid = theme.colour(Token::Grid);
    ink.rim = theme.colour(Token::Line2), ink.edge = theme.colour(Token::Edge);
    ink.ink = theme.colour(Token::Ink), ink.halo = theme.colour(Token::Halo);
    ink.text = theme.colour(Token::T1), ink.secondary = theme.colour(Token::T2);
    ink.meta = theme.colour(Token::T3), ink.leader = theme.colour(Token::T4);
    ink.accent = theme.colour(Token::Accent), ink.plate = theme.colour(Token::Raise);
    ink.warn = theme.colour(Token::Warn);
    ink.label = font(FontRole::Meta), ink.strongLabel = font(FontRole::Meta, QFont::Medium);
    ink.focusLabel = font(FontRole::Base, QFont::DemiBold), ink.corner = font(FontRole::Meta);
    return ink;
}

}  // namespace

DiskInk DiskInk::ofTheme() {
    return inkOf(Theme::current());
}

DiskInk DiskInk::ofPaper(double points) {
    DiskInk ink = inkOf(Theme::builtIn(false));
    // One unit of the figure's painter is a point, so a pixel size is a size in points.
    for (QFont* font : {&ink.label, &ink.strongLabel, &ink.focusLabel, &ink.corner})
        font->setPixelSize(std::max(1, static_cast<int>(std::lround(points))));
    ink.textHeight = points * 1.25;
    return ink;
}

}  // namespace horo::views
