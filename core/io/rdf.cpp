#include "core/io/rdf.h"

#include <algorithm>
#include <cctype>

namespace horo {

std::string resolveIri(std::string_view base, std::string_view iri) {
    const size_t end = iri.find_first_of(":/?#");
    if (base.empty() || (end != std::string_view::npos && iri[end] == ':')) return std::string(iri);
    if (iri.empty() || iri.front() == '#') return std::string(base.substr(0, base.find('#'))).append(iri);
    const size_t scheme = base.find("://");
    const size_t authority = scheme == std::string_view::npos ? 0 : scheme + 3;
    if (iri.starts_with("//")) return std::string(base.substr(0, base.find(':') + 1)).append(iri);
    if (iri.front() == '/') return std::string(base.substr(0, base.find('/', authority))).append(iri);
    const auto path = base.substr(0, base.find_first_of("?#", authority));
    if (iri.front() == '?') return std::string(path).append(iri);
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos || slash < authority)
        return std::string(path).append("/").append(iri);
    return std::string(path.substr(0, slash + 1)).append(iri);
}

std::string languageTag(std::string_view tag) {
    std::string lower(tag.substr(0, 35));
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

}  // namespace horo
