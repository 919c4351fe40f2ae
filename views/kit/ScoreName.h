// What a number is called where people read it.
#pragma once

#include <string>

#include "views/kit/Capitalised.h"

namespace horo::views {

/// "mean_rank" = "Mean rank", "neighborhood_hit/level 2" = "Neighborhood hit, level 2"; what is known by its
/// initials has them.
inline QString scoreName(const std::string& key) {
    if (key == "map" || key == "rsa" || key == "kl") return QString::fromStdString(key).toUpper();
    if (key.starts_with("cka"))
        return QStringLiteral("CKA") + QString::fromStdString(key.substr(3)).replace('_', ' ');
    return capitalised(QString::fromStdString(key).replace('_', ' ').replace('/', QStringLiteral(", ")));
}

}  // namespace horo::views
