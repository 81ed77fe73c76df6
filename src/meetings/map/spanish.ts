/** What the map says. */
export const spanish = {
  'Map of the meetings': 'Mapa de las reuniones',
  'With the map in focus: arrow keys move it, plus and minus bring it nearer and farther, Escape returns to the list.':
    'Con el foco en el mapa: las flechas lo mueven, más y menos lo acercan y lo alejan, Escape vuelve a la lista.',
  Nearer: 'Acercar',
  Farther: 'Alejar',
  'Back to the list': 'Volver a la lista',
  'Close // the panel': 'Cerrar',
  'On this part of the map': 'En esta parte del mapa',
  'No meeting': 'Ninguna reunión',
  '1 meeting': '1 reunión',
  '{count} meetings': '{count} reuniones',
  'The first {count} are listed. Move nearer to see fewer.':
    'Se muestran las primeras {count}. Acérquese para ver menos.',
  'One meeting here': 'Una reunión aquí',
  '{meetings} close together': '{meetings}, muy cerca unas de otras',
  '{meetings} near {town}': '{meetings} cerca de {town}',
  '{meetings} at one address': '{meetings} en una misma dirección',
  '{meetings} at {place}': '{meetings} en {place}',
  '1 meeting has no place on the map: it is online, or its address was not found.':
    '1 reunión no tiene lugar en el mapa: es en línea, o no se encontró su dirección.',
  '{meetings} have no place on the map: they are online, or their address was not found.':
    '{meetings} no tienen lugar en el mapa: son en línea, o no se encontró su dirección.',
  'We have no outline of the land outside the United States. The markers stand in their right places all the same.':
    'Fuera de los Estados Unidos no tenemos el contorno del terreno. Aun así, las marcas están donde deben.',
  'Outline: US Census Bureau.': 'Contorno: Oficina del Censo de los EE. UU.',
  'Places: GeoNames, CC BY 4.0.': 'Lugares: GeoNames, CC BY 4.0.',
} as const;
