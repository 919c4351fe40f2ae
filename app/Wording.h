// How objects, counts and numbers are put into words, everywhere the same.
#pragma once

#include <QString>
#include <QStringList>

#include "core/data/workspace.h"
#include "views/kit/NumberText.h"

namespace horo::app {

/// "3.2 s", "4 min", "1 h 12 min"
QString durationText(double seconds);

/// With a capital letter, for what stands behind a full stop.
QString sentence(const std::string& text);

/// "812 B", "79.5 kB", "1.18 MB": thousands, as disks count.
QString bytesText(uint64_t bytes);

/// "82,115" for a hierarchy, "2-D" for an embedding...
QString shortFact(const Object& object);
/// The same for the foot of the workspace: "79,532 bytes, 1,180 lines"; empty where shortFact says it all.
QString factLine(const Object& object);
QString iconOf(const Object& object);
QString kindTitle(Kind kind);
/// What an object was made from, nearest last: "wordnet:mammal", "Mammals of WordNet", "embed.taxonomy, seed
/// 7".
QStringList provenanceLines(const Workspace& workspace, const Object& object, bool live = false);

}  // namespace horo::app
