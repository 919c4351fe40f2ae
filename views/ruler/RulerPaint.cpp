#include "views/ruler/RulerPaint.h"

#include <QFontMetricsF>
#include <QObject>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "views/kit/NumberText.h"
#include "views/text/TextCells.h"
#include "views/theme/Metrics.h"
#include "views/theme/Mixing.h"

namespace horo::views {

namespace {

constexpr double leastBox = 3;    // pixels that the mean unit has where units are drawn one by one
constexpr double tickApart = 72;  // pixels
constexpr double boxHeight = 22;

class Inking {
public:
    Inking(QPainter& painter, const RulerSubject& subject, const RulerScale& scale, const RulerMarks& marks,
           const RulerFonts& fonts, const Theme& theme)
        : painter_(painter), subject_(subject), scale_(scale), marks_(marks), fonts_(fonts), theme_(theme) {}

    void overview(const QRectF& place) {
        name(place, QObject::tr("whole text"), {});
        const RulerScale whole(scale_.length(), place.width());
        const double top = place.top() + 8, height = place.height() - 20;
        if (!subject_.tracks.empty()) paintDensity(whole, {place.left(), top, place.width(), height});
        const double left = place.left() + whole.pixel(scale_.first());
        const double wide = std::max(4.0, scale_.width() * scale_.bytesPerPixel() / whole.bytesPerPixel());
        painter_.setPen(QPen(theme_.colour(Token::Accent), 1.4));
        painter_.setBrush(theme_.colour(Token::Accent, 0.12));
        painter_.drawRoundedRect(QRectF(left, top - 5, std::min(wide, place.right() - left), height + 8), 3,
                                 3);
        if (marks_.chosen) paintOccurrences(whole, place.left(), place.bottom() - 7);
    }

    void ticks(const QRectF& place) {
        name(place, QObject::tr("byte"), {});
        painter_.setFont(fonts_.tick);
        for (const uint64_t tick : scale_.ticks(tickApart)) {
            const double x = place.left() + scale_.pixel(static_cast<double>(tick));
            painter_.setPen(theme_.colour(Token::Line2));
            painter_.drawLine(QPointF(x, place.bottom() - 5), QPointF(x, place.bottom()));
            painter_.setPen(theme_.colour(Token::T3));
            painter_.drawText(QRectF(x - 60, place.top(), 120, place.height() - 6),
                              Qt::AlignHCenter | Qt::AlignBottom, countText(static_cast<qint64>(tick)));
        }
        painter_.setPen(theme_.colour(Token::Line2));
        painter_.drawLine(place.bottomLeft(), place.bottomRight());
    }

    void text(const QRectF& place) {
        name(place, QObject::tr("text"), {});
        if (scale_.showsCharacters())
            paintCharacters(place);
        else {
            painter_.setFont(fonts_.remark);
            painter_.setPen(theme_.colour(Token::T3));
            const QString words = fonts_.raw.isValid()
                                      ? QObject::tr("%1 bytes in sight; zoom in to read them")
                                      : QObject::tr("%1 bytes");
            painter_.drawText(place, Qt::AlignVCenter,
                              words.arg(countText(static_cast<qint64>(scale_.end() - scale_.begin()))));
        }
    }

    void bars(const RulerBars& bars, const QRectF& place) {
        name(place, bars.name, bars.remark);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(theme_.colour(Token::AccentLine));
        const auto& values = *bars.values;
        const double cell = std::max(1.0, 1 / scale_.bytesPerPixel());
        const double wide = cell > 3 ? cell - 1.5 : cell;
        for (double x = 0; x < place.width(); x += cell) {
            const auto from = static_cast<size_t>(std::max(0.0, std::ceil(scale_.byte(x) - 1e-9)));
            const size_t to =
                std::min(values.size(),
                         std::max(from + 1, static_cast<size_t>(std::ceil(scale_.byte(x + cell) - 1e-9))));
            if (from >= values.size()) break;
            const double high = *std::max_element(values.begin() + static_cast<std::ptrdiff_t>(from),
                                                  values.begin() + static_cast<std::ptrdiff_t>(to));
            const double left = cell > 1 ? scale_.pixel(static_cast<double>(from)) : x;
            const double tall = place.height() * std::clamp(high / bars.most, 0.0, 1.0);
            painter_.drawRect(
                QRectF(place.left() + left, place.bottom() - tall, wide, tall).intersected(place));
        }
        painter_.setPen(theme_.colour(Token::Line2));
        painter_.drawLine(place.bottomLeft(), place.bottomRight());
    }

    void track(size_t index, const QRectF& place) {
        const RulerTrack& track = subject_.tracks[index];
        name(place, track.name(), {}, true);
        const double meanBox = static_cast<double>(scale_.length()) /
                               static_cast<double>(std::max<size_t>(1, track.units())) /
                               scale_.bytesPerPixel();
        const double height = std::min(boxHeight, place.height() - 3);
        const QRectF box(place.left(), place.center().y() - height / 2, place.width(), height);
        if (meanBox < leastBox) return paintCrowds(track, box);
        paintUnits(index, track, box);
        if (scale_.showsCharacters() && height > 14) paintCharacters(box);
    }

    void pointer(double top, double bottom, double left) {
        if (!marks_.line) return;
        const double x = left + scale_.pixel(*marks_.line);
        painter_.setPen(QPen(theme_.colour(Token::Accent, 0.45), 1.4));
        painter_.drawLine(QPointF(x, top), QPointF(x, bottom));
    }

private:
    /// What stands left of a line, cut where it is too long.
    void name(const QRectF& place, const QString& text, const QString& remark, bool strong = false) {
        const double room = RulerLayout::names - 24;
        painter_.setFont(strong ? fonts_.name : fonts_.remark);
        painter_.setPen(theme_.colour(strong ? Token::T1 : Token::T3));
        const QFontMetricsF metrics(painter_.font());
        const double middle = place.center().y() - (remark.isEmpty() ? 0 : metrics.height() / 2);
        painter_.drawText(QRectF(12, middle - 10, room, 20), Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, room));
        if (remark.isEmpty()) return;
        painter_.setFont(fonts_.tick);
        painter_.setPen(theme_.colour(Token::T3));
        painter_.drawText(QRectF(12, middle + metrics.height() - 10, room, 20), Qt::AlignVCenter,
                          QFontMetricsF(fonts_.tick).elidedText(remark, Qt::ElideRight, room));
    }

    QColor ground(double strength) const {
        return mixed(theme_.colour(Token::AccentSoft), theme_.colour(Token::Accent),
                     0.42 * std::clamp(strength, 0.0, 1.0));
    }

    /// How densely the first line is cut, over the whole text.
    void paintDensity(const RulerScale& whole, const QRectF& box) {
        constexpr double step = 3;
        std::vector<double> densities;
        double most = 0;
        const RulerTrack& track = subject_.tracks.front();
        size_t first = 0;
        for (double x = step; x <= box.width(); x += step) {
            const size_t last = track.firstFrom(static_cast<uint64_t>(whole.byte(x)));
            densities.push_back(static_cast<double>(last - first));
            most = std::max(most, densities.back());
            first = last;
        }
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(theme_.colour(Token::Line2));
        for (size_t i = 0; i < densities.size() && most > 0; ++i) {
            const double tall = box.height() * densities[i] / most;
            painter_.drawRect(
                QRectF(box.left() + static_cast<double>(i) * step, box.bottom() - tall, step - 1, tall));
        }
    }

    void paintOccurrences(const RulerScale& whole, double left, double top) {
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(theme_.colour(Token::Accent));
        double last = -9;
        for (const uint64_t byte : marks_.occurrences) {
            const double x = whole.pixel(static_cast<double>(byte));
            if (x < last + 1) continue;
            painter_.drawRect(QRectF(left + (last = x), top, 1.5, 5));
        }
    }

    /// Units too small to be told apart: how many begin in each two pixels, and how dear they are.
    void paintCrowds(const RulerTrack& track, const QRectF& box) {
        constexpr double step = 2;
        painter_.setPen(Qt::NoPen);
        const double usual = static_cast<double>(track.units()) / static_cast<double>(scale_.length()) *
                             step * scale_.bytesPerPixel();
        size_t first = track.firstFrom(scale_.begin());
        for (double x = 0; x < box.width(); x += step) {
            const size_t last =
                track.firstFrom(std::min(static_cast<uint64_t>(scale_.byte(x + step)), scale_.length()));
            const auto crowd = track.crowd(first, last, marks_.colour);
            first = last;
            if (crowd.units == 0) continue;
            const double share = std::min(1.0, static_cast<double>(crowd.units) / (2 * usual));
            painter_.setBrush(ground(crowd.strength));
            const double tall = box.height() * std::max(0.15, share);
            painter_.drawRect(QRectF(box.left() + x, box.bottom() - tall, step, tall));
        }
    }

    void paintUnits(size_t index, const RulerTrack& track, const QRectF& box) {
        const auto first = track.unitAt(scale_.begin());
        const auto isChosen = [&](size_t unit) {
            return marks_.chosen && marks_.chosen->track == index &&
                   track.label(unit) == track.label(marks_.chosen->unit);
        };
        for (size_t unit = first.value_or(track.units()); unit < track.units(); ++unit) {
            const Text::Piece bytes = track.bytesOf(unit);
            if (bytes.begin >= scale_.end()) break;
            const double left = scale_.pixel(static_cast<double>(bytes.begin)),
                         right = scale_.pixel(static_cast<double>(bytes.end));
            const double gap = right - left > 4 ? 0.75 : 0.25;
            const QRectF unitBox =
                QRectF(box.left() + left + gap, box.top(), right - left - 2 * gap, box.height())
                    .intersected(box);
            if (unitBox.isEmpty()) continue;
            painter_.setPen(Qt::NoPen);
            painter_.setBrush(ground(track.strength(unit, marks_.colour)));
            const double radius = std::min<double>(metrics::chunkRadius, unitBox.width() / 3);
            painter_.drawRoundedRect(unitBox, radius, radius);
            const bool hovered = marks_.hovered == RulerPlace{index, unit};
            if (!hovered && !isChosen(unit)) continue;
            painter_.setPen(QPen(theme_.colour(hovered ? Token::Accent : Token::Ink), 1.4));
            painter_.setBrush(Qt::NoBrush);
            painter_.drawRoundedRect(unitBox.adjusted(0, 0.7, 0, -0.7), radius, radius);
        }
    }

    /// Each character over its bytes, those in sight as a whole.
    void paintCharacters(const QRectF& box) {
        const std::string_view bytes = subject_.text->bytes;
        RulerLetters letters(fonts_, box.center().y());
        for (uint64_t at = scale_.begin(); at < scale_.end();) {
            const Decoded decoded = decodeAt(bytes, at);
            const double wide = decoded.bytes / scale_.bytesPerPixel();
            const double middle = box.left() + scale_.pixel(static_cast<double>(at)) + wide / 2;
            if (middle - wide / 2 >= box.left() - 1 && middle + wide / 2 <= box.right() + 1)
                letters.add(decoded.character, middle);
            at += static_cast<uint64_t>(decoded.bytes);
        }
        letters.paint(painter_, theme_.colour(Token::T1), theme_.colour(Token::T4));
    }

    QPainter& painter_;
    const RulerSubject& subject_;
    const RulerScale& scale_;
    const RulerMarks& marks_;
    const RulerFonts& fonts_;
    const Theme& theme_;
};

}  // namespace

RulerLayout RulerLayout::of(const RulerSubject& subject, QSizeF size) {
    constexpr double overviewHeight = 48, ticksHeight = 30, textHeight = 30, barsHeight = 44, gap = 6;
    const double wide = std::max(1.0, size.width() - names - right);
    double y = 0;
    const auto line = [&](double height) {
        const QRectF place(names, y, wide, height);
        y += height;
        return place;
    };
    RulerLayout layout;
    layout.overview = line(overviewHeight);
    layout.ticks = line(ticksHeight);
    layout.text = line(textHeight);
    for (size_t i = 0; i < subject.bars.size(); ++i) {
        layout.bars.push_back(line(barsHeight));
        y += gap;
    }
    y += gap;
    const auto count = static_cast<double>(std::max<size_t>(1, subject.tracks.size()));
    const double pitch = std::clamp((size.height() - y - gap) / count, 12.0, 31.0);
    for (size_t i = 0; i < subject.tracks.size(); ++i)
        layout.tracks.push_back(line(pitch));
    return layout;
}

std::optional<size_t> RulerLayout::trackAt(double y) const {
    for (size_t i = 0; i < tracks.size(); ++i)
        if (y >= tracks[i].top() && y < tracks[i].bottom()) return i;
    return {};
}

void paintRuler(QPainter& painter, const RulerSubject& subject, const RulerScale& scale,
                const RulerLayout& layout, const RulerMarks& marks, const RulerFonts& fonts,
                const Theme& theme) {
    if (!subject.text || scale.length() == 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    Inking ink(painter, subject, scale, marks, fonts, theme);
    ink.overview(layout.overview);
    ink.ticks(layout.ticks);
    painter.save();
    ink.text(layout.text);
    for (size_t i = 0; i < subject.bars.size(); ++i)
        ink.bars(subject.bars[i], layout.bars[i]);
    for (size_t i = 0; i < subject.tracks.size(); ++i)
        ink.track(i, layout.tracks[i]);
    painter.restore();
    const double bottom = layout.tracks.empty() ? layout.text.bottom() : layout.tracks.back().bottom();
    ink.pointer(layout.ticks.bottom(), bottom, layout.ticks.left());
}

}  // namespace horo::views
