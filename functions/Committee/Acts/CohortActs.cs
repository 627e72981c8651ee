namespace Ilnp.Committee.Acts;

/// <summary>Names of what is done about a whole cohort: its id is what they are about.</summary>
static class CohortActs
{
    public const string Start = "start", Import = "import", Erase = "erase", Wish = "wish", Undo = "wish-undo", Redo = "wish-redo";
}
