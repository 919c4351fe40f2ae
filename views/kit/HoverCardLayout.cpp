#include "views/kit/HoverCardLayout.h"

#include <algorithm>
#include <cmath>

#include "views/kit/PathText.h"
#include "views/theme/Fonts.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

constexpr int widest = 240, across = 12, along = 10, thumbnailSize = 56, swatchSize = 8;
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

int widthOf(FontRole role, const QString& text) {
    return static_cast<int>(std::ceil(QFontMetricsF(font(role)).horizontalAdvance(text))) + 1;
}

int widestNumber(const HoverContent& content) {
    int width = 0;
    for (const auto& [name, value] : content.numbers)
        width = std::max({width, widthOf(FontRole::Meta, name), widthOf(FontRole::Base, value)});
    return width;
}

}  // namespace

HoverCardLayout::HoverCardLayout(const HoverContent& content) {
    const int beside = content.thumbnail.isNull() ? 0 : thumbnailSize + 10;
    const int dot = content.swatch.isValid() ? swatchSize + 6 : 0;
    const int note = content.remark.isEmpty() ? 0 : widthOf(FontRole::Meta, content.remark) + 12;
    int inner = beside + dot + widthOf(FontRole::Title, content.name) + note;
    inner = std::max(inner, beside + widthOf(FontRole::Meta, content.path.join(QStringLiteral(" › "))));
    if (!content.text.isEmpty()) inner = std::max(inner, beside + widthOf(FontRole::Meta, content.text));
    const int columns = static_cast<int>(content.numbers.size());
    if (columns > 0) inner = std::max(inner, columns * widestNumber(content) + (columns - 1) * 12);
    inner = std::min(inner, widest - 2 * across);

    const int left = across + beside, right = across + inner, top = along - 1;
    const int line = lineHeight(FontRole::Meta);
    if (beside) thumbnail = QRect(across, along, thumbnailSize, thumbnailSize);
    if (dot) swatch = QRect(left, top + 4, swatchSize, swatchSize);
    name = QRect(QPoint(left + dot, top), QPoint(right - note, top + lineHeight(FontRole::Title)));
    if (note) remark = QRect(QPoint(right - note, top), QPoint(right, top + lineHeight(FontRole::Title)));
    int y = top + lineHeight(FontRole::Title) + 3;
    if (!content.path.isEmpty()) {
        path = QRect(left, y, right - left, line);
        y += line;
    }
    if (!content.text.isEmpty()) {
        const QFontMetrics meta(font(FontRole::Meta));
        const int height = meta.boundingRect(QRect(0, 0, right - left, 1000), wrapped, content.text).height();
        y += content.path.isEmpty() ? 0 : 4;
        text = QRect(left, y, right - left, std::min(height, 2 * meta.lineSpacing()) + 1);
        y = text.bottom() + 1;
    }
    if (beside) y = std::max(y, thumbnail.bottom() + 1);
    if (columns > 0) {
        y += 6;
        rule = QRect(across, y, inner, 1);
        y += 6;
        for (int i = 0; i < columns; ++i)
            numbers.emplace_back(across + i * (inner + 12) / columns, y, (inner + 12) / columns - 12,
                                 2 * line);
        y += 2 * line;
    }
    size = QSize(inner + 2 * across, y + along - 2);
}

void HoverCardLayout::paint(QPainter& painter, const HoverContent& content) const {
    const auto write = [&](const QRect& place, FontRole role, Token token, const QString& words, int flags) {
        painter.setFont(font(role));
        painter.setPen(colour(token));
        painter.drawText(place, flags, words);
    };
    constexpr int middle = Qt::AlignVCenter | Qt::TextSingleLine;
    if (swatch.isValid()) paintBox(painter, swatch, swatchSize / 2.0, content.swatch);
    const QFontMetrics title(font(FontRole::Title));
    write(name, FontRole::Title, Token::T1, title.elidedText(content.name, Qt::ElideRight, name.width()),
          middle);
    write(remark, FontRole::Meta, Token::T3, content.remark, middle | Qt::AlignRight);
    if (thumbnail.isValid()) {
        const QSizeF fitted =
            content.thumbnail.deviceIndependentSize().scaled(thumbnail.size(), Qt::KeepAspectRatio);
        QRectF place(QPointF(), fitted);
        place.moveCenter(QRectF(thumbnail).center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(place, content.thumbnail, content.thumbnail.rect());
    }
    if (path.isValid())
        write(path, FontRole::Meta, Token::T3,
              pathText(content.path, QFontMetricsF(font(FontRole::Meta)), path.width()), middle);
    if (text.isValid()) {
        painter.save();
        painter.setClipRect(text);
        write(text, FontRole::Meta, Token::T2, content.text, wrapped);
        painter.restore();
    }
    if (rule.isValid()) painter.fillRect(rule, colour(Token::Line));
    for (size_t i = 0; i < numbers.size(); ++i) {
        const QRect upper = numbers[i].adjusted(0, 0, 12, -numbers[i].height() / 2);
        write(upper, FontRole::Meta, Token::T3, content.numbers[i].first, middle);
        write(upper.translated(0, upper.height()), FontRole::Base, Token::T1, content.numbers[i].second,
              middle);
    }
}

}  // namespace horo::views
