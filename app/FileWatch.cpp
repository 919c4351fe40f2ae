#include "app/FileWatch.h"

#include <QFileInfo>

#include "core/io/source.h"

namespace horo::app {

namespace {
constexpr int quietMilliseconds = 700;
}

FileWatch::FileWatch(views::WorkspaceModel& model, QObject* parent) : QObject(parent), model_(model) {
    quiet_.setSingleShot(true);
    quiet_.setInterval(quietMilliseconds);
    connect(&model_, &views::WorkspaceModel::objectsChanged, this, &FileWatch::follow);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &quiet_, qOverload<>(&QTimer::start));
    connect(&quiet_, &QTimer::timeout, this, &FileWatch::look);
}

FileWatch::State FileWatch::stateOf(const QString& path) {
    const QFileInfo file(path);
    return file.isFile() ? State{file.lastModified(), file.size()} : State{};
}

void FileWatch::follow() {
    opened_.clear();
    for (const auto& object : model_.workspace().objects) {
        const auto source = Source::parse(object->origin.source);
        if (object->origin.source.empty() || !source || !source->scheme.empty()) continue;
        const QString path = QFileInfo(QString::fromStdString(source->name)).absoluteFilePath();
        if (QFileInfo(path).isFile()) opened_[path] << QString::fromStdString(object->id);
    }
    for (const QString& path : watcher_.files())
        if (!opened_.contains(path)) {
            watcher_.removePath(path);
            known_.remove(path);
        }
    for (const QString& path : opened_.keys()) {
        if (!known_.contains(path)) known_[path] = stateOf(path);
        watcher_.addPath(path);
    }
}

void FileWatch::look() {
    for (const QString& path : opened_.keys()) {
        const State state = stateOf(path);
        if (state == State{}) continue;  // gone, perhaps for the moment in which another one takes its place
        watcher_.addPath(path);          // one that was replaced is no longer watched
        if (state == known_[path]) continue;
        known_[path] = state;
        Q_EMIT changed(path, opened_[path]);
    }
}

}  // namespace horo::app
