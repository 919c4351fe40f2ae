// The form of the chosen method, made from its declaration.
#pragma once

#include <QWidget>
#include <map>
#include <set>

#include "app/Jobs.h"
#include "core/method/method.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace horo::views {
class ElidedLabel;
class FormRow;
class Label;
class PlainButton;
class PrimaryButton;
class ThinProgressBar;
class IconButton;
}  // namespace horo::views

namespace horo::app {

class MethodPanel : public QWidget {
    Q_OBJECT
public:
    MethodPanel(views::WorkspaceModel& model, Jobs& jobs, QWidget* parent = nullptr);

    /// Shows the form of a method; inputs are filled with what suits, the given object first.
    void setMethod(const Method& method, const std::string& preferredObject = {});
    const Method* method() const { return method_; }
    /// Sets a value as a person would type it.
    void setValue(const std::string& parameter, const std::string& text);
    /// Starts the run, or does nothing where something is missing.
    void run();
    QString missing() const;

Q_SIGNALS:
    void helpRequested(const std::string& methodId);
    void methodChosen(const std::string& methodId);

private:
    void rebuild();
    QWidget* controlFor(const Parameter& parameter);
    void addParameter(const Parameter& parameter, QVBoxLayout* into);
    void fillInputs();
    /// What an input takes that nobody chose: two inputs of a kind are two objects, the newest of the same
    /// rows where there is one. -1: all are taken.
    int firstGuess(const QComboBox& combo, const std::set<std::string>& taken) const;
    void refresh();
    /// The running job of the method that is shown; null where it is another one's.
    const Jobs::Entry* ownJob() const;
    void refreshAdvanced();
    void showMenu();
    Result<Parameters> parameters() const;

    views::WorkspaceModel& model_;
    Jobs& jobs_;
    const Method* method_ = nullptr;
    std::map<std::string, std::string> values_;  ///< as typed
    std::map<std::string, std::string> problems_;
    std::map<std::string, QComboBox*> inputs_;
    std::map<std::string, std::string> chosen_;  ///< input -> object id
    uint64_t seed_ = 0;
    int job_ = 0;
    bool advancedOpen_ = false;

    views::Label* title_;
    views::ElidedLabel* citation_;
    views::IconButton *help_, *more_;
    QWidget* body_ = nullptr;
    QVBoxLayout* bodyRows_ = nullptr;
    QWidget* advanced_ = nullptr;
    QWidget* advancedToggle_ = nullptr;
    views::ElidedLabel* advancedSummary_ = nullptr;
    views::ElidedLabel* doing_;
    views::Label* left_;
    views::ThinProgressBar* bar_;
    views::PrimaryButton* primary_;
    views::PlainButton* stop_;
};

}  // namespace horo::app
