/** What a code says besides itself; fills the places of its sentence. */
export type Params = Record<string, string | number | readonly string[]>;

type PlacesIn<Template> = Template extends `${string}{${infer Place}}${infer Rest}` ? Place | PlacesIn<Rest> : never;

/** The arguments that a code needs: none where its sentence has no places. */
export type ParamsOf<Template, Values = Params> = [PlacesIn<Template>] extends [never]
  ? []
  : [params: { [Place in PlacesIn<Template>]: NonNullable<Values[Place & keyof Values]> }];

/** `At most {maximum} entries` with its places filled; a list is joined by commas. */
export const fill = (template: string, params: Readonly<Params>): string =>
  template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : [value].flat().join(', ');
  });
