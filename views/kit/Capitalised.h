// A name where it stands alone or begins a line.
#pragma once

#include <QtCore/QString>

namespace horo::views {

/// The text with its first letter as a capital.
inline QString capitalised(QString text) {
    if (!text.isEmpty()) text.front() = text.front().toUpper();
    return text;
}

}  // namespace horo::views
