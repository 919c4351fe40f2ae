#include "views/ruler/RulerFigure.h"

#include <QObject>
#include <QPainter>

#include "views/kit/NumberText.h"
#include "views/text/UnitCard.h"

namespace horo::views {

namespace {

constexpr double screenWidth = 900, shrink = 0.6;  ///< a ruler of that many pixels, in points

}

Figure rulerFigure(const RulerSubject& subject, const RulerScale& scale, const RulerMarks& marks,
                   const QString& textName) {
    Figure figure;
    const double screenHeight = 120 + 50.0 * static_cast<double>(subject.bars.size()) +
                                31.0 * static_cast<double>(subject.tracks.size());
    figure.preferredSize = {screenWidth * shrink, screenHeight * shrink};
    RulerMarks still = marks;
    still.hovered.reset(), still.line.reset();
    figure.paint = [subject, scale, still, screenHeight](QPainter& painter, QSizeF size) {
        const double fit = std::min(size.width() / screenWidth, size.height() / screenHeight);
        const RulerScale wide =
            RulerScale(scale.length(), screenWidth - RulerLayout::names - RulerLayout::right)
                .showing(scale.first(), scale.bytesPerPixel());
        painter.save();
        painter.scale(fit, fit);
        paintRuler(painter, subject, scale.isWhole() ? RulerScale(scale.length(), wide.width()) : wide,
                   RulerLayout::of(subject, {screenWidth, screenHeight}), still, RulerFonts::ofPaper(9),
                   Theme::builtIn(false));
        painter.restore();
    };
    figure.caption = QObject::tr("*%1*, bytes from %2 of %3, cut in %4 ways.")
                         .arg(textName, countText(static_cast<qint64>(scale.begin())),
                              countText(static_cast<qint64>(scale.length())),
                              countText(static_cast<qint64>(subject.tracks.size())));
    if (still.chosen) {
        const RulerTrack& track = subject.tracks[still.chosen->track];
        const uint32_t label = track.label(still.chosen->unit);
        figure.caption +=
            QObject::tr(" Outlined: '%1' of %2, %3 times.")
                .arg(visibleLabel(track.cut().segmentation()->inventory[label], 40), track.name(),
                     countText(static_cast<qint64>(track.cut().occurrences(track.level(), label))));
    }
    return figure;
}

}  // namespace horo::views
