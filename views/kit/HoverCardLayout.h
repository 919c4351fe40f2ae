// Where the parts of a hover card stand.
#pragma once

#include <QtCore/QRect>
#include <QtGui/QPainter>

#include <vector>

#include "views/kit/HoverCard.h"

namespace horo::views {

/// Measured once for a content; the card is as narrow as its content allows and at most 240 wide.
struct HoverCardLayout {
    explicit HoverCardLayout(const HoverContent& content);

    void paint(QPainter& painter, const HoverContent& content) const;

    QSize size;
    QRect swatch, name, remark, thumbnail, path, text, rule;
    std::vector<QRect> numbers;  ///< name above value
};

}  // namespace horo::views
