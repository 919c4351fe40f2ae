// The jobs of the window: started here, shown in the strip, their results put into the workspace.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/method/job.h"
#include "views/workspace/WorkspaceModel.h"

namespace horo::app {

class Jobs : public QObject {
    Q_OBJECT
public:
    explicit Jobs(views::WorkspaceModel& model, QObject* parent = nullptr);
    ~Jobs() override;

    /// One job as the strip and the form see it.
    struct Entry {
        int number = 0;
        std::unique_ptr<Job> job;
        std::string objectId;  ///< the object that it makes, empty until there is one
        Curves curves;
        size_t curvePoints = 0;  ///< taken from the job so far
        bool isAside = false;    ///< nobody asked for it: what it makes is not put in front
        QElapsedTimer stopping;  ///< since the person asked it to stop
        QString title() const;
        /// It was asked to stop a while ago and does not answer.
        bool ignoresStop() const;
    };

    /// Starts a run on objects of the workspace. Returns its number.
    int start(Run run, const Conditions& conditions, bool aside = false);
    void pause(int number, bool paused);
    /// Ends it and keeps what there is. One that ignores that is left behind when it is asked again.
    void stop(int number);
    const std::vector<std::unique_ptr<Entry>>& running() const { return entries_; }
    Entry* find(int number) const;
    int doneCount() const { return done_; }

Q_SIGNALS:
    void changed();  ///< one has started, moved or ended
    /// An object has come (first) or has its final form.
    void made(const std::string& objectId, bool first, bool aside);
    void failed(const QString& title, const horo::Error& error);

private:
    void takeNews(Entry& entry);
    void showPicture(Entry& entry, Payload picture);
    void endLive(const std::string& objectId);
    void leave(int number);
    void finish(int number, Result<Finished>&& result);

    views::WorkspaceModel& model_;
    JobThreads threads_;
    std::vector<std::unique_ptr<Entry>> entries_;
    int lastNumber_ = 0, done_ = 0;
};

}  // namespace horo::app
