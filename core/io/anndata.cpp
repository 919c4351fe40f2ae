#include "core/io/anndata.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/io/embedding_reader.h"

namespace horo {

namespace {

using Content = Hdf5File::Content;

/// "csr_matrix", "csc_matrix", "categorical"...; older files name the format of a sparse matrix elsewhere.
std::string encodingOf(const Hdf5File& file, const std::string& path) {
    const auto encoding = file.textAttribute(path, "encoding-type");
    if (!encoding.empty()) return encoding.front();
    const auto sparse = file.textAttribute(path, "h5sparse_format");
    return sparse.empty() ? std::string() : sparse.front() + "_matrix";
}

bool isSparse(const Hdf5File& file, const std::string& path) {
    const std::string encoding = encodingOf(file, path);
    return encoding == "csr_matrix" || encoding == "csc_matrix";
}

std::vector<size_t> sparseShape(const Hdf5File& file, const std::string& path) {
    auto shape = file.numberAttribute(path, "shape");
    if (shape.empty()) shape = file.numberAttribute(path, "h5sparse_shape");
    if (shape.size() != 2 || shape[0] < 0 || shape[1] < 0) return {};
    return {static_cast<size_t>(shape[0]), static_cast<size_t>(shape[1])};
}

/// The arrays with a row for each cell, without the slash in front, with their shapes.
std::vector<std::pair<std::string, std::string>> layersOf(const Hdf5File& file) {
    std::vector<std::pair<std::string, std::string>> layers;
    for (const auto& [path, entry] : file.entries()) {
        const bool isPlace = path == "/X" || path == "/raw/X" ||
                             ((path.starts_with("/layers/") || path.starts_with("/obsm/")) &&
                              std::ranges::count(path, '/') == 2);
        if (!isPlace) continue;
        if (entry.content == Content::Numbers && entry.extents.size() == 2)
            layers.emplace_back(path.substr(1), entry.text());
        else if (entry.content == Content::Group && isSparse(file, path))
            if (const auto shape = sparseShape(file, path); !shape.empty())
                layers.emplace_back(path.substr(1), fmt::format("{} x {} sparse", shape[0], shape[1]));
    }
    return layers;
}

Result<Vectors> sparseRows(const Hdf5File& file, const std::string& path, const std::string& place) {
    const auto wrong = [&](const std::string& what) {
        return inputError(what, "write the file again with anndata", place + ": " + path);
    };
    const auto shape = sparseShape(file, path);
    if (shape.empty()) return wrong("has no shape of two numbers");
    const size_t rows = shape[0], columns = shape[1];
    size_t bytes = 0;
    if (__builtin_mul_overflow(rows, columns, &bytes) ||
        __builtin_mul_overflow(bytes, sizeof(float), &bytes) || bytes > file.largestArray())
        return inputError(
            fmt::format("is a sparse matrix of {} x {}, too large to be rows of numbers", rows, columns),
            "take a reduced layer by ?layer=obsm/X_pca, or keep the genes that matter", place + ": " + path);
    const auto values = file.numbers(path + "/data");
    if (!values) return values.error();
    const auto indices = file.wholeNumbers(path + "/indices");
    if (!indices) return indices.error();
    const auto starts = file.wholeNumbers(path + "/indptr");
    if (!starts) return starts.error();
    const bool byRow = encodingOf(file, path) == "csr_matrix";
    const size_t lines = byRow ? rows : columns, across = byRow ? columns : rows;
    if (starts->size() != lines + 1)
        return wrong(fmt::format("has {} starts for {} lines", starts->size(), lines));
    if (indices->size() != values->size()) return wrong("has not as many indices as values");
    std::vector<float> dense(rows * columns, 0);
    for (size_t line = 0; line < lines; ++line) {
        const int64_t first = (*starts)[line], end = (*starts)[line + 1];
        if (first < 0 || end < first || end > static_cast<int64_t>(values->size()))
            return wrong(fmt::format("has wrong starts at line {}", line));
        for (auto i = static_cast<size_t>(first); i < static_cast<size_t>(end); ++i) {
            const int64_t index = (*indices)[i];
            if (index < 0 || index >= static_cast<int64_t>(across))
                return wrong(fmt::format("has the index {} where there are {}", index, across));
            const auto other = static_cast<size_t>(index);
            (byRow ? dense[line * columns + other] : dense[other * columns + line]) +=
                static_cast<float>((*values)[i]);
        }
    }
    return Vectors(rows, columns, std::move(dense));
}

/// Codes and the categories that they number; below 0 = none.
Result<Column> categories(const Hdf5File& file, const std::string& codesAt, const std::string& categoriesAt,
                          const std::string& name) {
    const auto codes = file.wholeNumbers(codesAt);
    if (!codes) return codes.error();
    const auto named = file.column(categoriesAt, name);
    if (!named) return named.error();
    std::vector<std::string> texts;
    for (const int64_t code : *codes) {
        if (code >= static_cast<int64_t>(named->size()))
            return inputError(fmt::format("has the code {} of {} categories", code, named->size()),
                              "write the file again with anndata", codesAt);
        if (code < 0)
            texts.emplace_back();
        else if (const auto* values = std::get_if<std::vector<std::string>>(&named->values))
            texts.push_back((*values)[static_cast<size_t>(code)]);
        else
            texts.push_back(
                fmt::format("{}", std::get<std::vector<double>>(named->values)[static_cast<size_t>(code)]));
    }
    return Column{name, std::move(texts)};
}

/// Numbers of which some are not there.
Result<Column> maskedNumbers(const Hdf5File& file, const std::string& path, const std::string& name) {
    auto values = file.numbers(path + "/values");
    if (!values) return values.error();
    const auto mask = file.wholeNumbers(path + "/mask");
    if (!mask) return mask.error();
    for (size_t i = 0; i < std::min(values->size(), mask->size()); ++i)
        if ((*mask)[i] != 0) (*values)[i] = std::numeric_limits<double>::quiet_NaN();
    return Column{name, std::move(*values)};
}

Result<Column> observation(const Hdf5File& file, const std::string& name) {
    const std::string path = "/obs/" + name;
    const std::string encoding = encodingOf(file, path);
    if (encoding == "categorical") return categories(file, path + "/codes", path + "/categories", name);
    if (encoding.starts_with("nullable-") && encoding != "nullable-string-array")
        return maskedNumbers(file, path, name);
    if (encoding == "nullable-string-array") return file.column(path + "/values", name);
    if (file.find("/obs/__categories/" + name))  // before anndata 0.8
        return categories(file, path, "/obs/__categories/" + name, name);
    return file.column(path, name);
}

/// The columns of `obs`; what cannot be read is left out with a warning.
void takeObservations(const Hdf5File& file, EmbeddingDraft& draft, size_t rows) {
    const Hdf5File::Entry* obs = file.find("/obs");
    if (!obs || obs->content != Content::Group) {
        draft.warnings.push_back(
            "what is known of the cells (obs) is not there, or as anndata before 0.7 wrote it");
        return;
    }
    const auto index = file.textAttribute("/obs", "_index");
    std::vector<std::string> names;
    const std::string indexName = index.empty() ? "_index" : index.front();
    if (file.find("/obs/" + indexName)) names.push_back(indexName);
    for (const std::string& name : file.textAttribute("/obs", "column-order"))
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    for (const std::string& name : names) {
        auto column = observation(file, name);
        if (!column || column->size() < rows) {
            draft.warnings.push_back(
                fmt::format("the column '{}' of obs was left out: {}", name,
                            column ? "it has not one entry a cell" : column.error().cause));
            continue;
        }
        std::visit([&](auto& values) { values.resize(rows); }, column->values);
        draft.about.columns.push_back(std::move(*column));
    }
    if (!draft.about.columns.empty() && draft.about.columns.front().name == indexName)
        draft.idColumn = indexName, draft.idReason = "the index of obs";
}

}  // namespace

bool isAnnData(const Hdf5File& file) {
    return encodingOf(file, "/") == "anndata" || (file.find("/X") && file.find("/obs") && file.find("/var"));
}

Result<EmbeddingDraft> readAnnData(const Source& source, const Hdf5File& file, size_t most) {
    EmbeddingDraft draft;
    const auto layers = layersOf(file);
    Source wanted = source;
    std::string layer = source.option("layer").value_or(
        std::ranges::find(layers, "X", &std::pair<std::string, std::string>::first) != layers.end() ? "X"
                                                                                                    : "");
    for (const char* place : {"layers/", "obsm/"})
        for (const auto& [name, shape] : layers)
            if (name == place + layer) layer = name;
    if (!layer.empty()) wanted.options["layer"] = layer;
    const auto chosen = chooseArray(wanted, "layer", layers, draft);
    if (!chosen) return chosen.error();
    if (!source.option("layer") && !layer.empty()) draft.choices.back().by = "usual";
    if (draft.undecided) return draft;
    const std::string path = "/" + *chosen;
    const bool sparse = isSparse(file, path);
    auto vectors = sparse ? sparseRows(file, path, source.name) : file.rows(path, most);
    if (!vectors) return vectors.error();
    draft.embedding.vectors = std::move(*vectors);
    draft.rowsInFile = sparse ? draft.embedding.rows() : file.find(path)->extents[0];
    draft.details["layer"] = *chosen;
    takeObservations(file, draft, draft.embedding.rows());
    return draft;
}

}  // namespace horo
